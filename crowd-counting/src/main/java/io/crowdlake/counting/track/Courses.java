package io.crowdlake.counting.track;

/**
 * The ways in which somebody may have moved since they were last seen.
 *
 * @param goes on as before
 * @param stays where they were
 * @param wanders about nearby
 */
record Courses(Course goes, Course stays, Course wanders) {

    /**
     * @param last motion at the last sight
     * @param goesOn the same, carried on to the time that matters
     * @param unseen seconds between the two
     */
    static Courses of(Motion last, Motion goesOn, double unseen, TrackerParameters parameters) {
        double present = last.leftBy(goesOn.time(), parameters) ? Math.exp(-parameters.departure()) : 1;
        double restless = last.across().unrest(last.box().width(), parameters.sway());
        return new Courses(
                new Course(
                        goesOn.across().place(),
                        goesOn.across().deviation(parameters.jitter()),
                        parameters.resize() + parameters.resizeRate() * unseen,
                        present),
                new Course(
                        last.box().centerX(),
                        parameters.sway(),
                        parameters.resize(),
                        Math.exp(-parameters.staying() - restless)),
                new Course(
                        last.box().centerX(),
                        parameters.wanderReach(),
                        parameters.wanderResize(),
                        present
                                * Math.exp(-parameters.wandering())
                                * (1 - Math.exp(-unseen / parameters.wanderAfter()))));
    }

    /** See {@link Course#density}. */
    double density(double x, double width, double miss, double growth) {
        return goes.density(x, width, miss, growth)
                + stays.density(x, width, miss, growth)
                + wanders.density(x, width, miss, growth);
    }
}
