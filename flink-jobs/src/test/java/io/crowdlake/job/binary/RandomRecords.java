package io.crowdlake.job.binary;

import io.crowdlake.counting.visit.Ballot;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Any record with random components, so that a component that is added later is tested without a further line. Values that the record's own
 * checks refuse are drawn again.
 */
public final class RandomRecords {

    private static final int MOST_TRIES = 10_000;

    private final Random random;
    private final List<Class<?>> mayBeMissing;

    /** @param mayBeMissing records that are null where they are part of another now and then */
    public RandomRecords(long seed, Class<?>... mayBeMissing) {
        this.random = new Random(seed);
        this.mayBeMissing = List.of(mayBeMissing);
    }

    /** One of the type. Texts, instants and constants in it may be null where the type lets them be. */
    public <T> T next(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Object[] values = Arrays.stream(components)
                        .map(component -> value(component.getGenericType(), true))
                        .toArray();
                try {
                    return constructor.newInstance(values);
                } catch (InvocationTargetException e) {
                    continue;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is no record that can be made", e);
        }
        throw new AssertionError(type + " refuses all values");
    }

    private Object value(Type type, boolean mayBeNull) {
        if (type instanceof ParameterizedType container && container.getRawType() == Ballot.class) {
            return ballot((Class<?>) container.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType container) {
            return container.getRawType() == Map.class
                    ? map(container.getActualTypeArguments())
                    : list(container.getActualTypeArguments()[0]);
        }
        Class<?> simple = (Class<?>) type;
        boolean nullable = mayBeNull && !simple.isPrimitive() && (!simple.isRecord() || mayBeMissing.contains(simple));
        if (nullable && random.nextInt(5) == 0) {
            return null;
        }
        if (simple.isRecord()) {
            return next(simple);
        }
        if (simple.isEnum()) {
            return simple.getEnumConstants()[random.nextInt(simple.getEnumConstants().length)];
        }
        return plain(simple);
    }

    private Ballot<?> ballot(Class<?> choices) {
        double[] weights = new double[choices.getEnumConstants().length];
        for (int ordinal = 0; ordinal < weights.length; ordinal++) {
            weights[ordinal] = random.nextBoolean() ? random.nextDouble() : 0;
        }
        return Ballot.ofWeights(weights);
    }

    private Object plain(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt() >>> random.nextInt(31);
        } else if (type == long.class || type == Long.class) {
            return random.nextLong() >> random.nextInt(64);
        } else if (type == double.class || type == Double.class) {
            return random.nextInt(8) == 0 ? (double) random.nextInt(2) : random.nextDouble() / 2;
        } else if (type == String.class) {
            return text();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong() >> 32, random.nextInt(1_000_000_000));
        }
        throw new AssertionError("no random values of " + type + " yet");
    }

    private String text() {
        int[] letters = random.ints(random.nextInt(200), 'a', random.nextBoolean() ? 'z' : 0x2000)
                .toArray();
        return new String(letters, 0, letters.length);
    }

    private List<Object> list(Type entry) {
        List<Object> values = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            values.add(value(entry, false));
        }
        return values;
    }

    private Map<Object, Object> map(Type[] keyAndValue) {
        Map<Object, Object> values = new HashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            values.put(value(keyAndValue[0], false), value(keyAndValue[1], false));
        }
        return values;
    }
}
