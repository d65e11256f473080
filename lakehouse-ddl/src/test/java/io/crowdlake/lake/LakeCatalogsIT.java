package io.crowdlake.lake;

import static io.crowdlake.lake.TestingCatalogs.NAMESPACE;
import static io.crowdlake.lake.TestingCatalogs.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrator on the catalog that a lake really has: Iceberg's JdbcCatalog on PostgreSQL, files in a folder, no Hadoop. */
class LakeCatalogsIT {

    private static TestingPostgres postgres;

    @TempDir
    private Path folder;

    private CatalogSettings settings;

    @BeforeAll
    static void startPostgres() {
        postgres = new TestingPostgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void newLake() {
        settings = postgres.newLake(folder);
    }

    @Test
    void hadoopIsNotNeeded() {
        assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aNewLakeGetsAllTablesAndKeepsThem() throws IOException {
        List<Migration> builtIn = MigrationSource.builtIn().migrations();

        assertThat(migrate(MigrationSource.builtIn()).applied()).hasSameSizeAs(builtIn);
        assertThat(migrate(MigrationSource.builtIn())).isEqualTo(new MigrationReport(List.of(), builtIn.size()));

        try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
            assertThat(Migrator.status(catalog, NAMESPACE, MigrationSource.builtIn()))
                    .extracting(MigrationStatus::state)
                    .containsOnly(MigrationStatus.State.APPLIED);
            Table visits = catalog.loadTable(table("visits"));
            assertThat(visits.location()).isEqualTo(settings.warehouse() + "/crowdlake/visits");
            assertThat(visits.schema().findField("dwell_seconds").isRequired()).isTrue();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse/crowdlake/visits"))) {
            assertThat(files.map(Path::toString)).anyMatch(file -> file.endsWith(".metadata.json"));
        }
    }

    @Test
    void runsAtTheSameTimeComeToTheSameEnd() throws Exception {
        int runs = 4;
        CyclicBarrier start = new CyclicBarrier(runs);
        Callable<MigrationReport> run = () -> {
            start.await();
            return migrate(MigrationSource.builtIn());
        };
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            List<Callable<MigrationReport>> all = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                all.add(run);
            }
            for (Future<MigrationReport> report : threads.invokeAll(all)) {
                assertThat(report.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(migrate(MigrationSource.builtIn()).applied()).isEmpty();
    }

    @Test
    void aLaterMigrationChangesTheTableInPlace() {
        migrate(MigrationSource.builtIn());
        List<Migration> more = new ArrayList<>(MigrationSource.builtIn().migrations());
        more.add(Migration.of("V900__queue.sql", """
                ALTER TABLE visits ADD COLUMN queue_seconds double COMMENT 'Seconds in a queue';
                ALTER TABLE frame_analyses ADD COLUMN faces.element.blur double;
                ALTER TABLE dead_letters SET PROPERTIES partitioning = ARRAY['month(occurred_at)'];
                """));

        assertThat(migrate(() -> more).applied()).extracting(Migration::label).containsExactly("V900");

        try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
            assertThat(catalog.loadTable(table("visits"))
                            .schema()
                            .findField("queue_seconds")
                            .doc())
                    .isEqualTo("Seconds in a queue");
            assertThat(catalog.loadTable(table("frame_analyses")).schema().findField("faces.element.blur"))
                    .isNotNull();
            assertThat(catalog.loadTable(table("dead_letters")).spec().toString())
                    .contains("month");
        }
    }

    @Test
    void aFileIoThatIsNotThereIsNamed() {
        CatalogSettings onAzure = new CatalogSettings(
                "lake", settings.uri(), settings.user(), null, "abfss://lake@account/warehouse", Map.of());

        assertThatThrownBy(() -> {
                    try (JdbcCatalog catalog = LakeCatalogs.open(onAzure)) {
                        Migrator.migrate(catalog, NAMESPACE, MigrationSource.builtIn());
                    }
                })
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("lake.warehouse is abfss://lake@account/warehouse, but its FileIO")
                .hasMessageEndingWith("put it on the classpath or name another one in lake.properties.io-impl");
    }

    private MigrationReport migrate(MigrationSource source) {
        try (JdbcCatalog catalog = LakeCatalogs.open(settings)) {
            return Migrator.migrate(catalog, NAMESPACE, source);
        }
    }
}
