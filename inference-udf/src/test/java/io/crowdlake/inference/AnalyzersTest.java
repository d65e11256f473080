package io.crowdlake.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.inference.face.FaceAnalyzerFactory;
import io.crowdlake.inference.flink.ScriptedAnalyzerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzersTest {

    @Test
    void findsTheBuiltInAnalyzerAndThoseOfOtherJars() {
        Analyzers analyzers = Analyzers.load(getClass().getClassLoader());

        assertThat(analyzers.types()).containsExactly(CognitiveTypes.CAMFRAME_ANALYSIS, ScriptedAnalyzerFactory.TYPE);
        assertThat(analyzers.byType(CognitiveTypes.CAMFRAME_ANALYSIS)).get().isInstanceOf(FaceAnalyzerFactory.class);
        assertThat(analyzers.byType("licence-plates")).isEmpty();
    }

    @Test
    void refusesTwoAnalyzersOfOneType() {
        assertThatThrownBy(() -> Analyzers.of(List.of(new FaceAnalyzerFactory(), new FaceAnalyzerFactory())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        CognitiveTypes.CAMFRAME_ANALYSIS, FaceAnalyzerFactory.class.getName(), "remove");
    }
}
