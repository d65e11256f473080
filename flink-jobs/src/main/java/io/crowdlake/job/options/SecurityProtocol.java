package io.crowdlake.job.options;

/** How the job speaks to a Kafka endpoint, by Kafka's own names. */
public enum SecurityProtocol {
    SASL_SSL(true),
    SASL_PLAINTEXT(true),
    SSL(false),
    PLAINTEXT(false);

    private final boolean signsIn;

    SecurityProtocol(boolean signsIn) {
        this.signsIn = signsIn;
    }

    /** Whether a connection string is needed. */
    public boolean signsIn() {
        return signsIn;
    }
}
