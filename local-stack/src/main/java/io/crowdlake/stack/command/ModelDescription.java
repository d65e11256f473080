package io.crowdlake.stack.command;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.BundleManifest;
import io.crowdlake.inference.bundle.DetectorInput;
import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.bundle.EmbeddingSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.bundle.NumberType;
import io.crowdlake.inference.bundle.PixelFormat;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.io.PrintWriter;
import java.util.Locale;

/** A model bundle in the words of a person: what it is, which files each precision runs, what each network takes and gives. */
record ModelDescription(ModelBundle bundle) {

    /** Tries every network at every precision; throws BundleException when one of them does not answer as it is declared. */
    void tryNetworks() {
        for (Precision precision : Precision.values()) {
            AnalyzerSettings settings = AnalyzerSettings.defaults().withPrecision(precision);
            FaceAnalyzer.open(bundle, bundle.manifest().embedding() == null ? settings : settings.withEmbeddings())
                    .close();
        }
    }

    void print(PrintWriter out) {
        BundleManifest manifest = bundle.manifest();
        out.println("bundle      " + bundle.uri());
        out.println("model       " + manifest.modelVersion());
        out.println("licence     " + manifest.licence());
        out.println("about       " + manifest.description());
        DetectorSettings detector = manifest.detector();
        out.println("detector    " + files(detector.file(), detector.int8File()));
        out.println(
                "  takes     " + size(detector) + ", " + format(detector.input().format()));
        out.println("  gives     " + OutputDescription.of(detector.output()));
        out.println("  faces     from score " + detector.scoreThreshold() + " up, overlapping at most "
                + detector.iouThreshold() + ", longer side at least " + detector.minFacePixels() + " px");
        print(out, manifest.attributes());
        print(out, manifest.embedding());
        manifest.files()
                .forEach((name, file) ->
                        out.println("file        " + name + ", " + file.bytes() + " bytes, SHA-256 " + file.sha256()));
    }

    private static void print(PrintWriter out, AttributeSettings attributes) {
        if (attributes == null) {
            out.println("attributes  none: faces are counted, nothing is said about them");
            return;
        }
        out.println("attributes  " + files(attributes.file(), attributes.int8File()));
        out.println("  takes     " + crop(attributes.inputSize(), attributes.cropScale()) + ", "
                + format(attributes.input()));
        out.println("  gives     " + OutputDescription.of(attributes));
        out.println("  faces     longer side at least " + attributes.minFacePixels() + " px of the frame");
    }

    private static void print(PrintWriter out, EmbeddingSettings embedding) {
        if (embedding == null) {
            out.println("embedding   none");
            return;
        }
        out.println("embedding   " + files(embedding.file(), embedding.int8File()));
        out.println(
                "  takes     " + crop(embedding.inputSize(), embedding.cropScale()) + ", " + format(PixelFormat.CROPS));
        out.println("  gives     " + embedding.dimensions() + " numbers of unit length; used only where asked for");
    }

    private static String files(String file, String int8File) {
        return int8File == null
                ? "int8 and fp32: " + file + " (no quantised file)"
                : "int8: " + int8File + ", fp32: " + file;
    }

    private static String size(DetectorSettings detector) {
        DetectorInput input = detector.input();
        if (input.isFixed()) {
            return input.width() + " x " + input.height() + " px, the picture fitted in";
        }
        return "longer side at most " + detector.maxSide() + " px"
                + (input.multipleOf() == 1 ? "" : ", both sides filled up to a multiple of " + input.multipleOf());
    }

    private static String crop(int side, double scale) {
        return side + " x " + side + " px of " + scale + " x the face's longer side";
    }

    private static String format(PixelFormat format) {
        boolean normalised = format.type() == NumberType.FLOAT32;
        return format.type().name().toLowerCase(Locale.ROOT) + " " + format.layout() + " " + format.channels()
                + (normalised ? ", (pixel - " + format.mean() + ") x " + format.scale() : "");
    }
}
