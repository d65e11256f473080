/**
 * Who of a site's visitors has been there before: {@link io.crowdlake.counting.recognize.Person} is what is remembered of one, and
 * {@link io.crowdlake.counting.recognize.RecognitionRules} say what it means. What people look like is compared elsewhere.
 */
package io.crowdlake.counting.recognize;
