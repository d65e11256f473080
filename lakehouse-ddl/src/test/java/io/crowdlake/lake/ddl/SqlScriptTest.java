package io.crowdlake.lake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void cutsAtSemicolonsAndRemembersLines() {
        List<SqlStatement> statements =
                SqlScript.split("V001__a.sql", "first one;\n\n-- about the next\nsecond\none;\nthird");

        assertThat(statements)
                .extracting(SqlStatement::line, SqlStatement::text)
                .containsExactly(tuple(1, "first one"), tuple(4, "second\none"), tuple(6, "third"));
    }

    @Test
    void semicolonInQuotesOrCommentEndsNothing() {
        String sql = "a 'it''s; one' \"b;c\" /* d; */ e -- f;\ng; h";

        assertThat(SqlScript.split("f.sql", sql))
                .extracting(SqlStatement::text)
                .containsExactly("a 'it''s; one' \"b;c\" /* d; */ e -- f;\ng", "h");
    }

    @Test
    void onlyCommentsAndBlanksAreNoStatement() {
        assertThat(SqlScript.split("f.sql", "-- nothing\n/* here\n*/ ;;\n ; ")).isEmpty();
    }

    @Test
    void unclosedQuoteOrCommentTakesTheRest() {
        assertThat(SqlScript.split("f.sql", "a 'b; c"))
                .extracting(SqlStatement::text)
                .containsExactly("a 'b; c");
        assertThat(SqlScript.split("f.sql", "a /* b; c"))
                .extracting(SqlStatement::text)
                .containsExactly("a /* b; c");
    }

    @Property(tries = 200)
    void everyStatementComesBackWithItsLine(
            @ForAll @Size(max = 8) List<@Size(min = 1, max = 4) List<Word>> statements) {
        StringBuilder sql = new StringBuilder();
        for (List<Word> words : statements) {
            words.forEach(word -> sql.append(word.text));
            sql.append(";\n");
        }

        List<SqlStatement> found = SqlScript.split("f.sql", sql.toString());

        assertThat(found).hasSameSizeAs(statements);
        for (int i = 0; i < found.size(); i++) {
            StringBuilder text = new StringBuilder();
            statements.get(i).forEach(word -> text.append(word.text));
            assertThat(found.get(i).text()).isEqualTo(text.toString().strip());
            assertThat(sql.toString()
                            .lines()
                            .skip(found.get(i).line() - 1L)
                            .findFirst()
                            .orElseThrow())
                    .startsWith(found.get(i).text().lines().findFirst().orElseThrow());
        }
    }

    enum Word {
        NAME("select "),
        QUOTED("'a;b' "),
        QUOTE_IN_QUOTES("'a''; b' "),
        IDENTIFIER("\"x;\ny\" "),
        MINUS("1 - 2 "),
        DIVISION("a / b\n");

        private final String text;

        Word(String text) {
            this.text = text;
        }
    }
}
