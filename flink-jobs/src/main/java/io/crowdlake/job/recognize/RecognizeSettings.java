package io.crowdlake.job.recognize;

import io.crowdlake.counting.recognize.RecognitionRules;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.bundle.EmbeddingSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.JobRefusedException;
import java.io.Serializable;
import java.util.Objects;

/**
 * How {@link RecognizeFunction} recognises people. The key itself does not travel with the job.
 *
 * @param rules what counts as the same person, as a return, and as staff
 * @param keyFile file with the key that sealed the embeddings, on every TaskManager
 * @param mostPeople people remembered of a site, at least 1; one more, and whoever has been seen least lately is forgotten
 */
public record RecognizeSettings(RecognitionRules rules, String keyFile, int mostPeople) implements Serializable {

    /** Enough for a busy day of a shop; a visit is compared with all of them. */
    public static final int MOST_PEOPLE = 5_000;

    private static final long serialVersionUID = 1;

    public RecognizeSettings {
        Objects.requireNonNull(rules, "rules is null");
        Objects.requireNonNull(keyFile, "keyFile is null");
        if (mostPeople < 1) {
            throw new IllegalArgumentException("most people is " + mostPeople + ", must be at least 1");
        }
    }

    /** As the options say; throws JobRefusedException where it could not work. */
    public static RecognizeSettings of(JobConf conf) {
        RecognitionRules rules = new RecognitionRules(
                conf.explicitLikeness()
                        .orElseGet(() -> likenessOf(conf.analyze().analyzer().modelBundle())),
                conf.recognitionMemory(),
                conf.returnAfter(),
                conf.staffDwell().orElse(null),
                conf.staffVisits().orElse(null));
        return new RecognizeSettings(rules, usableKeyFile(conf), MOST_PEOPLE);
    }

    /** The file with the key that seals looks; throws JobRefusedException where it could not be used. */
    public static String usableKeyFile(JobConf conf) {
        try {
            return SealingKey.read(conf.recognitionKeyFile()).file();
        } catch (SealingException e) {
            throw new JobRefusedException(e.getMessage());
        }
    }

    /** Throws JobRefusedException where people are recognised or tracked by what they look like: that takes the one job. */
    public static void refuseBetweenTwoJobs(JobConf conf) {
        if (conf.recognitionEnabled() || conf.trackLooks()) {
            throw new JobRefusedException((conf.recognitionEnabled() ? "recognition.enabled" : "track.looks")
                    + " is true, which only CrowdAnalyticsJob can do: between two jobs"
                    + " what people look like would lie in a topic; run the one job, or leave it off");
        }
    }

    private static double likenessOf(String bundle) {
        try {
            EmbeddingSettings embedding = ModelBundle.load(bundle).manifest().embedding();
            if (embedding != null && embedding.likeness() != null) {
                return embedding.likeness();
            }
        } catch (BundleException e) {
            throw new JobRefusedException(e.getMessage());
        }
        throw new JobRefusedException("recognition.likeness is missing, and " + bundle
                + " says none: set it to a number above 0 and below 1");
    }
}
