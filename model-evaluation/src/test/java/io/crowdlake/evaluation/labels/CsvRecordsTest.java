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

class CsvRecordsTest {

    @Test
    void aQuotedCellMayHoldCommasQuotesAndLines() {
        assertThat(CsvRecords.of("f", "a,\"(0, 0)\",\"say \"\"hi\"\"\"\nb,\"two\nlines\",\nc\n"))
                .containsExactly(
                        new CsvRecords.Line(1, List.of("a", "(0, 0)", "say \"hi\"")),
                        new CsvRecords.Line(2, List.of("b", "two\nlines", "")),
                        new CsvRecords.Line(4, List.of("c")));
    }

    @Test
    void blankLinesAndTheByteOrderMarkAreSkipped() {
        assertThat(CsvRecords.of("f", "\ufeffa,b\r\n\r\n  \r\n,\r\nc,d"))
                .containsExactly(new CsvRecords.Line(1, List.of("a", "b")), new CsvRecords.Line(5, List.of("c", "d")));
    }

    @Test
    void saysWhereAQuoteIsNotClosed() {
        assertThatThrownBy(() -> CsvRecords.of("labels.csv", "a\nb,\"never closed\nc\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("labels.csv line 2 has a quote that is never closed; close it");
    }

    @Property
    void whateverIsQuotedComesBack(
            @ForAll @Size(min = 1, max = 4)
                    List<
                                    @Size(min = 1, max = 4) List<
                                            @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'c')
                                            @Chars({',', '"', '\n', ' ', '\r'}) String>>
                            cells) {
        String text = cells.stream()
                .map(line -> line.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        List<List<String>> expected = cells.stream()
                .filter(line -> line.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        assertThat(CsvRecords.of("f", text).stream().map(CsvRecords.Line::cells).toList())
                .isEqualTo(expected);
    }
}
