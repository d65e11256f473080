package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentitiesTest {

    @Test
    void aPersonIsTheVisitOfMostFrames() {
        Identities identities = Identities.of(new Tracks()
                .one(3, "a", "1", 0.8)
                .one(2, "a", null, 0)
                .one(5, "a", "2", 0.8)
                .frames());

        assertThat(identities.visitOf("a")).isEqualTo("2");
        assertThat(identities.switches()).isEqualTo(1);
        assertThat(identities.visitOf("b")).isNull();
    }

    @Test
    void aBoxBesideTheFaceIsNotThePerson() {
        Identities identities = Identities.of(new Tracks().one(3, "a", "1", 0.4).frames());

        assertThat(identities.visitOf("a")).isNull();
        assertThat(identities.switches()).isZero();
    }
}
