package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.evaluation.EvaluationException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void aQuotedCellMayHoldCommasQuotesAndLines() {
        assertThat(cells("a,b,c\n1,\"(0, 0)\",\"say \"\"hi\"\"\"\n2,\"two\nlines\",\n3\n"))
                .containsExactly(
                        List.of("1", "(0, 0)", "say \"hi\""), List.of("2", "two\nlines", ""), List.of("3", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsOnAnySystemAndTheLastNeedNot(String end) {
        assertThat(cells(String.join(end, "a,b,c", "1,2,3", "4,5,6")))
                .containsExactly(List.of("1", "2", "3"), List.of("4", "5", "6"));
    }

    @Test
    void blankLinesAreSkippedWhereverTheyAre() {
        assertThat(cells("\n \na,b,c\r\n\r\n  \r\n,,\r\n1,2,3\r\n\r\n")).containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void ofTwoColumnsWithOneNameTheFirstCounts() {
        assertThat(cells(" A ,b,a,C\n1,2,3,4\n")).containsExactly(List.of("1", "2", "4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c\n1,2,3\n\n,,\nwrong,2,3\n",
                "\n\n\na,b,c\nwrong,2,3\n",
                "a,b,c\n1,\"2\n\n\",3\nwrong,\"2\n2\",3\n4,5,6\n",
                "a,b,c\r\n1,\"2\r\n\r\n\",3\r\nwrong,2,3\r\n",
            })
    void namesTheLineInTheFileWhateverIsAboveIt(String text) {
        CsvFile.Row row = CsvFile.parse("labels.csv", text, List.of("a"))
                .rows()
                .filter(one -> one.get("a").equals("wrong"))
                .findFirst()
                .orElseThrow();
        assertThat(row.refused("a", "a number")).hasMessage("labels.csv line 5: a is \"wrong\", must be a number");
    }

    @Test
    void saysWhereAQuoteIsNotClosed() {
        assertThatThrownBy(() -> cells("a,b,c\n1,\"never closed,3\n4,5,6\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("labels.csv line 2 is no CSV: Missing closing quote for value; correct it there");
    }

    @Test
    void saysWhereSomethingFollowsAQuote() {
        assertThatThrownBy(() -> cells("a,b,c\n1,2,3\n4,\"5\" five,6\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith("labels.csv line 3 is no CSV: Unexpected character ('f'")
                .hasMessageEndingWith("; correct it there")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertThatThrownBy(() -> cells("\nc;a;b\n1;2;3\n"))
                .hasMessage("labels.csv line 2 has no column a, b, c; its first line must be a header with a,b,c"
                        + " in any order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,b,c", "a,b,c\n\n,,\n"})
    void saysWhenThereAreNoRows(String text) {
        assertThatThrownBy(() -> cells(text))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("labels.csv has no rows, must have a header with a,b,c and a row per picture");
    }

    @Property
    void whateverIsQuotedComesBackStripped(
            @ForAll @Size(min = 1, max = 4)
                    List<
                                    @Size(value = 3) List<
                                            @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'c')
                                            @Chars({',', '"', '\n', ' ', '\r'}) String>>
                            rows) {
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "a,b,c\r\nfirst,,\r\n", ""));
        List<List<String>> expected = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .map(row -> row.stream().map(String::strip).toList())
                .collect(Collectors.toList());
        expected.add(0, List.of("first", "", ""));
        assertThat(cells(text)).isEqualTo(expected);
    }

    private static List<List<String>> cells(String text) {
        return CsvFile.parse("labels.csv", text, List.of("a", "b", "c"))
                .rows()
                .map(row -> List.of(row.get("a"), row.get("b"), row.get("c")))
                .toList();
    }
}
