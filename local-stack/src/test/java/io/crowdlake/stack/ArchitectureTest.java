package io.crowdlake.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom, over the classes of all modules. The folders of the repository and the stages of the job are read from here. */
class ArchitectureTest {

    /** Each module's package, and the modules that it may use; itself always. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    /** The way of a frame through the job: a stage may know those before it, never one behind it. */
    private static final List<String> STAGES =
            List.of("ingest", "route", "fetch", "analyze", "track", "recognize", "aggregate");

    private static JavaClasses classes;

    private static Map<String, List<String>> mayUse() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        rules.put("contracts", List.of());
        rules.put("scene", List.of("contracts"));
        rules.put("inference", List.of("contracts"));
        rules.put("counting", List.of("contracts"));
        rules.put("lake", List.of("contracts"));
        rules.put("hub", List.of("contracts"));
        rules.put("job", List.of("contracts", "inference", "counting"));
        rules.put("device", List.of("contracts", "scene", "inference"));
        rules.put("benchmark", List.of("contracts", "scene", "inference", "counting", "job", "device"));
        rules.put("evaluation", List.of("contracts", "inference", "device"));
        rules.put(
                "stack",
                List.of(
                        "contracts",
                        "scene",
                        "inference",
                        "counting",
                        "lake",
                        "hub",
                        "job",
                        "device",
                        "evaluation",
                        "benchmark"));
        return rules;
    }

    @BeforeAll
    static void importAllModules() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.crowdlake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts",
                "scene",
                "inference",
                "counting",
                "lake",
                "hub",
                "job",
                "device",
                "evaluation",
                "benchmark",
                "stack"
            })
    void modulesUseOnlyThoseThatTheDesignAllows(String module) {
        assertThat(classes.stream().anyMatch(one -> one.getPackageName().startsWith("io.crowdlake." + module)))
                .as("classes of module " + module + " are looked at")
                .isTrue();
        List<String> forbidden = new ArrayList<>(MAY_USE.keySet());
        forbidden.removeAll(MAY_USE.get(module));
        forbidden.remove(module);
        if (!forbidden.isEmpty()) {
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("io.crowdlake." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages("io.crowdlake.", forbidden));
            rule.check(classes);
        }
    }

    @Test
    void stagesOfTheJobDoNotKnowThoseBehindThem() {
        for (int stage = 0; stage < STAGES.size() - 1; stage++) {
            noClasses()
                    .that()
                    .resideInAPackage("io.crowdlake.job." + STAGES.get(stage) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages("io.crowdlake.job.", STAGES.subList(stage + 1, STAGES.size())))
                    .check(classes);
        }
    }

    @Test
    void stagesOfTheJobDoNotKnowWhereResultsGo() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("io.crowdlake.job.", STAGES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.crowdlake.job.lake..", "io.crowdlake.job.events..")
                .check(classes);
    }

    @Test
    void countingIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("io.crowdlake.counting..", "io.crowdlake.contracts..", "io.crowdlake.scene..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.flink..", "org.apache.kafka..", "org.apache.iceberg..", "org.apache.hadoop..")
                .check(classes);
    }

    @Test
    void onlyTheFlinkPackageOfInferenceKnowsFlink() {
        noClasses()
                .that()
                .resideInAPackage("io.crowdlake.inference..")
                .and()
                .resideOutsideOfPackage("io.crowdlake.inference.flink..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .check(classes);
    }

    @Test
    void loggingGoesThroughSlf4j() {
        // levels can be changed at what is behind it alone
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.crowdlake.device.config.LogLevels")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.log4j..")
                .check(classes);
    }

    @Test
    void onlyMainsEndTheProcess() {
        noClasses()
                .that(haveNoMain())
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(classes);
    }

    @Test
    void partsOfTheStackDoNotKnowTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(
                        "io.crowdlake.stack.",
                        List.of(
                                "process",
                                "data",
                                "install",
                                "part",
                                "console",
                                "query",
                                "analyze",
                                "evaluate",
                                "fleet")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.crowdlake.stack.command..", "io.crowdlake.stack.up..", "picocli..")
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> haveNoMain() {
        return DescribedPredicate.describe("have no main method", one -> one.getMethods().stream()
                .noneMatch(method ->
                        method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC)));
    }

    private static String[] packages(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name + "..").toArray(String[]::new);
    }
}
