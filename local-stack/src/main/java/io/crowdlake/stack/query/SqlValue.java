package io.crowdlake.stack.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.trino.jdbc.Row;
import io.trino.jdbc.RowField;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as trino-jdbc gives them, as JSON and as text. */
final class SqlValue {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private SqlValue() {}

    /** What Jackson can write: instants for timestamps, lists for arrays, maps for rows. */
    static Object toJson(Object value) throws SQLException {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        if (value instanceof Array array) {
            return list(Arrays.asList((Object[]) array.getArray()));
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Row row) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (RowField field : row.getFields()) {
                fields.put(field.getName().orElse("_" + field.getOrdinal()), toJson(field.getValue()));
            }
            return fields;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                entries.put(String.valueOf(entry.getKey()), toJson(entry.getValue()));
            }
            return entries;
        }
        return value.toString();
    }

    private static List<Object> list(List<?> values) throws SQLException {
        List<Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(toJson(value));
        }
        return list;
    }

    /** A cell for people: nested values as JSON, nothing for null. */
    static String toText(Object value) throws SQLException {
        Object json = toJson(value);
        if (json == null) {
            return "";
        }
        return json instanceof List || json instanceof Map ? writeJson(json) : json.toString();
    }

    static String writeJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a query's value as JSON", e);
        }
    }
}
