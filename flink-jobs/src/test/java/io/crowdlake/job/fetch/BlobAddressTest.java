package io.crowdlake.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.inference.AnalysisException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What a message may make the job read. */
class BlobAddressTest {

    private static final Map<String, String> CONTAINERS = Map.of(
            "account.blob.core.windows.net/frames", "abfss://frames@account.dfs.core.windows.net",
            "127.0.0.5:8444/frames", "file:///var/lib/hub/blobs/frames/");

    @Example
    void aPictureInTheCamerasFolderOfAContainerThatIsListed() throws AnalysisException {
        assertThat(resolve("https://account.blob.core.windows.net/frames/door/boot/7.jpg"))
                .isEqualTo("abfss://frames@account.dfs.core.windows.net/door/boot/7.jpg");
        assertThat(resolve("https://127.0.0.5:8444/frames/door/7.JPEG\r\n"))
                .isEqualTo("file:///var/lib/hub/blobs/frames/door/7.JPEG");
    }

    @Example
    void anyOtherPlaceIsRefused() {
        String listed = "https://account.blob.core.windows.net/frames";
        assertRefused("https://elsewhere.example/frames/door/7.jpg", "reference.containers does not list");
        assertRefused("https://account.blob.core.windows.net/lake/door/7.jpg", "does not list");
        assertRefused("https://127.0.0.5/frames/door/7.jpg", "does not list");
        assertRefused(listed + "/till/7.jpg", "is not in the folder of door");
        assertRefused(listed + "/door/../till/7.jpg", "must be of letters");
        assertRefused(listed + "/door/%2e%2e/till/7.jpg", "must be of letters");
        assertRefused(listed + "/./door/7.jpg", "must be of letters");
        assertRefused(listed + "//door/7.jpg", "must be of letters");
        assertRefused(listed + "/door/", "must be of letters");
        assertRefused(listed + "/door", "must be https://host/container/device/name.jpg");
        assertRefused(listed + "/door/7.jpg?sv=1", "neither user, query nor fragment");
        assertRefused(listed + "/door/7.jpg#x", "neither user, query nor fragment");
        assertRefused("https://me@account.blob.core.windows.net/frames/door/7.jpg", "neither user");
        assertRefused("file:///etc/passwd", "must begin with https");
        assertRefused("http://account.blob.core.windows.net/frames/door/7.jpg", "must begin with https");
        assertRefused(listed + "/door/keys.txt", "must end in .jpg");
        assertRefused("https:frames/door/7.jpg", "must be https://host");
        assertRefused("a picture", "is no URI");
        assertRefused("x".repeat(3000), "at most 2048 characters");
    }

    @Property(tries = 2000)
    void whateverTheAddressItIsReadWithinTheCamerasFolderOrNotAtAll(
            @ForAll @StringLength(max = 30) @CharRange(from = '!', to = '~') String tail) {
        String address = "https://account.blob.core.windows.net/frames/door/" + tail;
        try {
            assertThat(resolve(address))
                    .startsWith("abfss://frames@account.dfs.core.windows.net/door/")
                    .doesNotContain("..", "//door/", "%", "\\");
        } catch (AnalysisException e) {
            assertThat(e.reason()).isEqualTo(DeadLetterReason.REFERENCE_REFUSED);
        }
    }

    private static String resolve(String address) throws AnalysisException {
        return BlobAddress.resolve(message(address), CONTAINERS);
    }

    private static void assertRefused(String address, String words) {
        assertThatThrownBy(() -> resolve(address))
                .as(address)
                .isInstanceOfSatisfying(AnalysisException.class, e -> assertThat(e.reason())
                        .isEqualTo(DeadLetterReason.REFERENCE_REFUSED))
                .hasMessageContaining(words);
    }

    private static CameraFrame message(String address) {
        return new CameraFrame(
                "door",
                "boot",
                7,
                Instant.EPOCH,
                null,
                "camframe-analysis",
                "text/uri-list",
                address.getBytes(StandardCharsets.UTF_8),
                null);
    }
}
