package io.crowdlake.counting.track;

/**
 * A way in which somebody may have moved since they were last seen: walked on, stayed, or gone about.
 *
 * @param across where the face then is, as a fraction of the frame's width
 * @param reach usual distance from there, one standard deviation in face sizes
 * @param resize by how much its size has usually changed, natural logarithm of the ratio
 * @param likelihood of the course, above 0; it need not be normalised
 */
record Course(double across, double reach, double resize, double likelihood) {

    /**
     * How likely a face is on this course, as a density. Errors are usually small and now and then large, as when a head turns, so they have
     * Student's distribution, of four degrees of freedom.
     *
     * @param x centre of the face, as a fraction of the frame's width
     * @param width of a face, as a fraction of the frame's width
     * @param miss what the row misses that of the size, in standard deviations
     * @param growth natural logarithm of the ratio of the sizes
     */
    double density(double x, double width, double miss, double growth) {
        double away = (x - across) / width / reach;
        double grown = growth / resize;
        double place = 1 + (away * away + miss * miss) / 4;
        double size = 1 + grown * grown / 4;
        return likelihood / (reach * resize * place * place * place * size * size * Math.sqrt(size));
    }
}
