package io.crowdlake.lake.ddl;

import io.crowdlake.lake.LakeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.types.Types;

/**
 * Makes a change so in a catalog. Each change looks first whether it is there already, so a run that was cut off is simply run again, and two
 * runs at once come to the same end.
 */
public final class ChangeApplier {

    /** Another writer can win a commit now and then; losing this often means something else is wrong. */
    private static final int ATTEMPTS = 5;

    private final Catalog catalog;
    private final Namespace namespace;

    /** Applies to the tables of one namespace. */
    public ChangeApplier(Catalog catalog, Namespace namespace) {
        this.catalog = Objects.requireNonNull(catalog, "catalog is null");
        this.namespace = Objects.requireNonNull(namespace, "namespace is null");
    }

    /** Makes the change so; throws {@link LakeException} when the lake holds something else under that name. */
    public void apply(LakeChange change) {
        for (int attempt = 1; ; attempt++) {
            try {
                applyOnce(change);
                return;
            } catch (CommitFailedException e) {
                if (attempt == ATTEMPTS) {
                    throw change.statement()
                            .errorAt(
                                    change.statement().line(),
                                    "another writer changed the table each time: run it again when no other is at work",
                                    e);
                }
            }
        }
    }

    private void applyOnce(LakeChange change) {
        if (change instanceof LakeChange.CreateSchema schema) {
            Namespaces.createIfMissing(catalog, Namespace.of(schema.schema()));
        } else if (change instanceof LakeChange.CreateTable table) {
            createTable(table);
        } else if (change instanceof LakeChange.AddColumn column) {
            addColumn(column);
        } else if (change instanceof LakeChange.SetLayout layout) {
            new LayoutChange(load(layout, layout.table())).apply(layout.layout());
        } else if (change instanceof LakeChange.CommentOnTable comment) {
            commentOnTable(comment);
        } else if (change instanceof LakeChange.CommentOnColumn comment) {
            commentOnColumn(comment);
        }
    }

    private void createTable(LakeChange.CreateTable change) {
        TableIdentifier name = TableIdentifier.of(namespace, change.table());
        if (!catalog.tableExists(name)) {
            try {
                build(change, name);
                return;
            } catch (AlreadyExistsException e) {
                // Another run was quicker; whether it made the same table is looked at below.
            }
        }
        ExistingTable existing = new ExistingTable(catalog.loadTable(name));
        existing.difference(change).ifPresent(difference -> {
            throw change.statement()
                    .error("table " + change.table() + " is there already, but " + difference
                            + ": rename or drop that table, or migrate into another namespace");
        });
    }

    private void build(LakeChange.CreateTable change, TableIdentifier name) {
        Map<String, String> properties = new HashMap<>(change.layout().properties());
        change.comment().ifPresent(comment -> properties.put("comment", comment));
        PartitionSpec.Builder spec = PartitionSpec.builderFor(change.schema());
        SortOrder.Builder order = SortOrder.builderFor(change.schema());
        try {
            change.layout().partitioning().ifPresent(all -> all.forEach(one -> one.addTo(spec)));
            change.layout().sortedBy().ifPresent(all -> all.forEach(one -> one.addTo(order)));
        } catch (RuntimeException e) {
            throw change.statement()
                    .errorAt(
                            change.statement().line(),
                            "the table's layout does not fit its columns: " + e.getMessage(),
                            e);
        }
        catalog.buildTable(name, change.schema())
                .withPartitionSpec(spec.build())
                .withSortOrder(order.build())
                .withProperties(TableDefaults.with(properties))
                .create();
    }

    private void addColumn(LakeChange.AddColumn change) {
        Table table = load(change, change.table());
        List<String> path = change.path();
        String fullName = String.join(".", path);
        Types.NestedField existing = table.schema().findField(fullName);
        if (existing != null) {
            String type = ColumnTypes.toTrino(existing.type());
            String wanted = ColumnTypes.toTrino(change.type());
            if (!type.equals(wanted)) {
                throw change.statement()
                        .error("column " + fullName + " is there already, but is " + type + ", not " + wanted
                                + ": choose another name");
            }
            return;
        }
        String parent = String.join(".", path.subList(0, path.size() - 1));
        if (!parent.isEmpty() && table.schema().findField(parent) == null) {
            throw change.statement()
                    .error("table " + change.table() + " has no column " + parent + ": correct the name");
        }
        UpdateSchema update = table.updateSchema();
        String name = path.get(path.size() - 1);
        update.addColumn(
                parent.isEmpty() ? null : parent,
                name,
                change.type(),
                change.comment().orElse(null));
        update.commit();
    }

    private void commentOnTable(LakeChange.CommentOnTable change) {
        Table table = load(change, change.table());
        Optional<String> current = Optional.ofNullable(table.properties().get("comment"));
        if (current.equals(change.comment())) {
            return;
        }
        if (change.comment().isPresent()) {
            table.updateProperties().set("comment", change.comment().get()).commit();
        } else {
            table.updateProperties().remove("comment").commit();
        }
    }

    private void commentOnColumn(LakeChange.CommentOnColumn change) {
        Table table = load(change, change.table());
        Types.NestedField field = table.schema().findField(change.column());
        if (field == null) {
            throw change.statement()
                    .error("table " + change.table() + " has no column " + change.column() + ": correct the name");
        }
        if (!Objects.equals(field.doc(), change.comment().orElse(null))) {
            table.updateSchema()
                    .updateColumnDoc(change.column(), change.comment().orElse(null))
                    .commit();
        }
    }

    private Table load(LakeChange change, String table) {
        try {
            return catalog.loadTable(TableIdentifier.of(namespace, table));
        } catch (NoSuchTableException e) {
            throw change.statement()
                    .errorAt(change.statement().line(), "table " + table + " is not there: create it first", e);
        }
    }
}
