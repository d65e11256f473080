package io.crowdlake.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SharedAccessSignatureTest {

    private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);

    @Property
    void onlyTheKeyThatSignedItFits(
            @ForAll @Size(min = 1, max = 64) byte[] key,
            @ForAll @Size(min = 1, max = 64) byte[] other,
            @ForAll @LongRange(min = 0, max = 1L << 40) long expiry) {
        SharedAccessSignature read = SharedAccessSignature.parse(
                SharedAccessSignature.sign("hub.example.org/devices/door", key, Instant.ofEpochSecond(expiry)));

        assertThat(read.resource()).isEqualTo("hub.example.org/devices/door");
        assertThat(read.expiry()).isEqualTo(Instant.ofEpochSecond(expiry));
        assertThat(read.isSignedBy(key)).isTrue();
        // HMAC fills a short key up with zeros
        if (!Arrays.equals(Arrays.copyOf(key, 64), Arrays.copyOf(other, 64))) {
            assertThat(read.isSignedBy(other)).isFalse();
        }
    }

    @Example
    void aChangedTokenDoesNotFit() {
        String token = SharedAccessSignature.sign("hub/devices/door", KEY, Instant.ofEpochSecond(1_800_000_000));

        assertThat(SharedAccessSignature.parse(token.replace("door", "till")).isSignedBy(KEY))
                .isFalse();
        assertThat(SharedAccessSignature.parse(token.replace("se=18", "se=19")).isSignedBy(KEY))
                .isFalse();
    }

    @Example
    void whatIsNoToken() {
        assertThatThrownBy(() -> SharedAccessSignature.parse("secret")).hasMessage("is no shared access signature");
        assertThatThrownBy(() -> SharedAccessSignature.parse("SharedAccessSignature sr=a&se=1"))
                .hasMessage("has no field sig");
        assertThatThrownBy(() -> SharedAccessSignature.parse("SharedAccessSignature sr=a&se=x&sig=YQ=="))
                .hasMessage("has an expiry that is no number");
        assertThatThrownBy(() -> SharedAccessSignature.parse("SharedAccessSignature sr=a&se=1&sig=!"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What openssl makes of it: {@code printf device-1 | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b6579 -binary | base64}. */
    @Example
    void aDerivedKeyIsTheHmacOfTheRegistration() {
        assertThat(DeviceKeys.derived("a2V5", "device-1")).isEqualTo("oEJb2035sqmsuTIUsQRaimLKqMw2StmImYCnoOw/xQc=");
    }
}
