package io.crowdlake.evaluation.report;

import io.crowdlake.inference.Precision;

/**
 * What was measured.
 *
 * @param version name and version of the model
 * @param bundle its URI
 * @param precision which of its files were asked for
 * @param scoreThreshold a box from this score up is a face, 0..1
 * @param genderThreshold below this probability the gender is unknown, 0..1; null where the bundle has no attribute network
 */
public record ModelFacts(
        String version, String bundle, Precision precision, double scoreThreshold, Double genderThreshold) {}
