package io.crowdlake.inference.seal;

import io.crowdlake.contracts.SealedEmbedding;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals embeddings with AES-256 in Galois/counter mode, and opens them.
 *
 * <pre>
 * sealed = salt (16 bytes) | number (8) | AES-GCM of the embedding's floats | tag (16)
 * key    = HMAC-SHA256 (key of the file, salt)
 * </pre>
 *
 * <p>Each sealer draws a salt of its own and counts what it seals: no key ever meets the same nonce again, however many faces there are and
 * however many slots seal with one file. Not thread-safe.
 */
public final class EmbeddingSealer {

    private static final int SALT_BYTES = 16;
    private static final int NUMBER_BYTES = Long.BYTES;
    private static final int HEAD_BYTES = SALT_BYTES + NUMBER_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Keys of other sealers that are kept derived: one for each slot and start of the job whose embeddings are still about. */
    private static final int KEPT_KEYS = 1000;

    private final SealingKey key;
    private final byte[] salt = new byte[SALT_BYTES];
    private final Map<ByteBuffer, SecretKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, SecretKey> eldest) {
            return size() > KEPT_KEYS;
        }
    };
    private final Cipher cipher;
    private long number;

    public EmbeddingSealer(SealingKey key) {
        this.key = key;
        new SecureRandom().nextBytes(salt);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
        }
    }

    /** The embedding, so that only this key opens it; the same one never looks the same twice. */
    public SealedEmbedding seal(float[] embedding) {
        ByteBuffer clear = ByteBuffer.allocate(embedding.length * Float.BYTES);
        clear.asFloatBuffer().put(embedding);
        ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + clear.capacity() + TAG_BITS / Byte.SIZE);
        sealed.put(salt).putLong(++number);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, keyOf(salt), nonce(number));
            cipher.doFinal(clear, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses to encrypt", e);
        }
        return new SealedEmbedding(sealed.array());
    }

    /** The embedding in clear, for memory alone; throws SealingException with one line when another key sealed it. */
    public float[] open(SealedEmbedding sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        if (bytes.remaining() < HEAD_BYTES + TAG_BITS / Byte.SIZE) {
            throw key.isNotTheFormer();
        }
        byte[] theirSalt = new byte[SALT_BYTES];
        bytes.get(theirSalt);
        long theirNumber = bytes.getLong();
        try {
            cipher.init(Cipher.DECRYPT_MODE, keyOf(theirSalt), nonce(theirNumber));
            ByteBuffer clear = ByteBuffer.allocate(cipher.getOutputSize(bytes.remaining()));
            cipher.doFinal(bytes, clear);
            float[] embedding = new float[clear.flip().remaining() / Float.BYTES];
            clear.asFloatBuffer().get(embedding);
            return embedding;
        } catch (AEADBadTagException e) {
            throw key.isNotTheFormer();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses to decrypt", e);
        }
    }

    private SecretKey keyOf(byte[] ofSalt) {
        return keys.computeIfAbsent(
                ByteBuffer.wrap(Arrays.copyOf(ofSalt, SALT_BYTES)), salted -> key.forAes(salted.array()));
    }

    private static GCMParameterSpec nonce(long number) {
        return new GCMParameterSpec(
                TAG_BITS,
                ByteBuffer.allocate(NONCE_BYTES)
                        .putLong(NONCE_BYTES - NUMBER_BYTES, number)
                        .array());
    }
}
