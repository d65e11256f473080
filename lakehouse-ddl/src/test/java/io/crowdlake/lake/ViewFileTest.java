package io.crowdlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.lake.ddl.SqlStatement;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Comment;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SingleColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewFileTest {

    private final SqlParser parser = new SqlParser();

    static List<ViewFile> views() {
        return ViewFile.builtIn(ViewParameters.DEFAULT);
    }

    @Test
    void theViewsOfTheDesignAreThere() {
        assertThat(views())
                .extracting(ViewFile::view)
                .contains(
                        "crowd_demographics",
                        "faces",
                        "hourly_footfall",
                        "daily_footfall",
                        "occupancy_now",
                        "age_gender_pyramid");
    }

    @ParameterizedTest
    @MethodSource("views")
    void aFileMakesTheViewOfItsNameAndCommentsEachColumn(ViewFile file) {
        List<SqlStatement> statements = file.statements();
        CreateView view = (CreateView) parser.createStatement(statements.get(0).text());

        assertThat(view.getName()).hasToString(file.view());
        assertThat(view.isReplace()).isTrue();
        assertThat(view.getComment()).isPresent();
        List<String> commented = statements.stream()
                .skip(1)
                .map(statement -> (Comment) parser.createStatement(statement.text()))
                .map(comment -> comment.getName().toString())
                .toList();
        assertThat(commented)
                .containsExactlyElementsOf(
                        columns(view).map(column -> file.view() + "." + column).toList());
    }

    @Test
    void aViewUsesOnlyTablesAndThoseBeforeIt() {
        List<String> later = Stream.iterate(0, i -> i < views().size(), i -> i + 1)
                .flatMap(i -> views().subList(i, views().size()).stream()
                        .filter(other -> views().get(i).sql().matches("(?s).*(FROM|JOIN) " + other.view() + "\\b.*"))
                        .map(other -> views().get(i).view() + " uses " + other.view()))
                .toList();

        assertThat(later).isEmpty();
    }

    @Test
    void onlyWhatIsMeantForSharingSuppresses() {
        assertThat(views())
                .filteredOn(file -> file.sql().contains("privacy.min-cell */"))
                .extracting(ViewFile::view)
                .containsExactly("age_gender_pyramid");
    }

    @Test
    void theLimitIsPutIntoTheFileAndTheDefaultIsWhatStandsThere() {
        assertThat(new ViewParameters(12).substitute("x BIGINT '5' /* privacy.min-cell */ y '5'"))
                .isEqualTo("x BIGINT '12' /* privacy.min-cell */ y '5'");
        assertThat(ViewFile.builtIn(ViewParameters.DEFAULT).stream().map(ViewFile::sql))
                .containsExactlyElementsOf(SqlFiles.onClasspath("views").values());
        assertThat(ViewFile.builtIn(new ViewParameters(12)).stream().map(ViewFile::sql))
                .anyMatch(sql -> sql.contains("BIGINT '12' /* privacy.min-cell */"));
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> new ViewParameters(0))
                .hasMessage("privacy.min-cell is 0: set it to 1 (shows every count) or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces.sql", "R1__faces.sql", "V001__faces.sql"})
    void anotherFileNameIsRefused(String fileName) {
        assertThatThrownBy(() -> ViewFile.of(fileName, "")).isInstanceOf(LakeException.class);
    }

    private static Stream<String> columns(CreateView view) {
        return ((QuerySpecification) view.getQuery().getQueryBody())
                .getSelect().getSelectItems().stream()
                        .map(SingleColumn.class::cast)
                        .map(item -> item.getAlias()
                                .map(alias -> alias.getValue())
                                .orElseGet(() -> item.getExpression().toString().replaceFirst("^\"?[a-z]\"?\\.", "")));
    }
}
