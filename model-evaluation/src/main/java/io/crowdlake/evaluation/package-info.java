/**
 * How well a model bundle does on pictures and clips of which the truth is known, looked at as the job looks at frames.
 *
 * <pre>
 * labels   labels.csv, boxes.json     ─┐
 * picture  JPEG, PNG, GIF, MP4 ─► FaceAnalyzer ─► answers
 *                                      └─► metric ─► report  figures with their uncertainty, as text and as JSON
 *                                                     └─► chart  the same as a picture
 * </pre>
 */
package io.crowdlake.evaluation;
