package io.crowdlake.scene.paint;

import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Draws a scene's frames: the place once, people anew each time, from the farthest to the nearest. */
public final class ScenePainter {

    private final BufferedImage place;
    private final BufferedImage frame;
    private final BufferedImage print;
    private final PersonPainter people;
    private final Film film;

    /**
     * @param door in the back wall, or null
     */
    public ScenePainter(Place where, Lens lens, Door door, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 3);
        this.place = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_INT_RGB);
        this.frame = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_INT_RGB);
        this.print = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_3BYTE_BGR);
        double light = (random.nextDouble() * 2 - 1) * random.nextDouble() * 1.1;
        this.people = new PersonPainter(lens, door, new HeadPainter(light));
        this.film = new Film(random);
        Graphics2D canvas = Canvas.of(place);
        PlacePainter.of(where, canvas, lens, door, random).paint();
        canvas.dispose();
    }

    /** The frame with these people; the image is drawn over by the next call. */
    public BufferedImage paint(List<Stance> farthestFirst, long index) {
        Graphics2D canvas = Canvas.of(frame);
        canvas.drawImage(place, 0, 0, null);
        farthestFirst.forEach(stance -> people.paint(canvas, stance));
        canvas.dispose();
        film.develop(frame, index, print);
        return print;
    }
}
