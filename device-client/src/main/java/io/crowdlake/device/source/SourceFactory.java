package io.crowdlake.device.source;

/** Opens one source, as often as it is asked to. */
public interface SourceFactory {

    /** Begins anew; throws SourceException with one line when it cannot. */
    CameraSource open() throws SourceException;
}
