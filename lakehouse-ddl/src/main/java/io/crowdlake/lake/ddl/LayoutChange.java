package io.crowdlake.lake.ddl;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdatePartitionSpec;
import org.apache.iceberg.UpdateProperties;

/** Changes how the data to come is laid out; files that are there stay as they are and stay readable. */
final class LayoutChange {

    private final Table table;

    LayoutChange(Table table) {
        this.table = table;
    }

    void apply(LakeChange.Layout layout) {
        layout.partitioning().ifPresent(this::partitionBy);
        layout.sortedBy().ifPresent(this::sortBy);
        setProperties(layout);
    }

    private void partitionBy(List<PartitionTransform> wanted) {
        UpdatePartitionSpec update = table.updateSpec();
        boolean changed = false;
        for (PartitionField field : table.spec().fields()) {
            boolean kept = wanted.stream().anyMatch(transform -> transform.matches(field, table.schema()));
            if (!kept && !field.transform().isVoid()) {
                update.removeField(field.name());
                changed = true;
            }
        }
        for (PartitionTransform transform : wanted) {
            boolean there = table.spec().fields().stream().anyMatch(field -> transform.matches(field, table.schema()));
            if (!there) {
                update.addField(transform.term());
                changed = true;
            }
        }
        if (changed) {
            update.commit();
        }
    }

    private void sortBy(List<SortField> wanted) {
        SortOrder.Builder order = SortOrder.builderFor(table.schema());
        wanted.forEach(field -> field.addTo(order));
        if (order.build().sameOrder(table.sortOrder())) {
            return;
        }
        ReplaceSortOrder replace = table.replaceSortOrder();
        wanted.forEach(field -> field.addTo(replace));
        replace.commit();
    }

    private void setProperties(LakeChange.Layout layout) {
        UpdateProperties update = table.updateProperties();
        List<Map.Entry<String, String>> changed = layout.properties().entrySet().stream()
                .filter(property -> isChanged(property.getKey(), property.getValue()))
                .toList();
        changed.forEach(property -> update.set(property.getKey(), property.getValue()));
        if (!changed.isEmpty()) {
            update.commit();
        }
    }

    private boolean isChanged(String property, String value) {
        // The version is no stored property, and every table of ours has the only one that can be asked for.
        return !property.equals(TableProperties.FORMAT_VERSION)
                && !value.equals(table.properties().get(property));
    }
}
