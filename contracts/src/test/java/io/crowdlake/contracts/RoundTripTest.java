package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Any contract comes back from JSON as it was, and its JSON is as the schema says. */
@Domain(Contracts.class)
class RoundTripTest {

    @Property(tries = 200)
    void frameAnalyses(@ForAll FrameAnalysis analysis) throws IOException {
        assertComesBack(analysis);
    }

    @Property(tries = 200)
    void visits(@ForAll Visit visit) throws IOException {
        assertComesBack(visit);
    }

    @Property(tries = 200)
    void windows(@ForAll CrowdDemographics window) throws IOException {
        assertComesBack(window);
    }

    @Property(tries = 200)
    void deadLetters(@ForAll DeadLetter letter) throws IOException {
        assertComesBack(letter);
    }

    @Property(tries = 200)
    void telemetry(@ForAll DeviceTelemetry telemetry) throws IOException {
        assertComesBack(telemetry);
    }

    @Property(tries = 200)
    void layouts(@ForAll CameraLayouts layouts) throws IOException {
        assertComesBack(layouts);

        assertThat(CameraLayouts.read(JsonCodec.write(layouts))).isEqualTo(layouts);
    }

    private static void assertComesBack(Object contract) throws IOException {
        byte[] json = JsonCodec.write(contract);

        assertThat(JsonCodec.read(json, contract.getClass())).isEqualTo(contract);
        assertThat(Schemas.violations(contract.getClass(), json)).isEmpty();
    }
}
