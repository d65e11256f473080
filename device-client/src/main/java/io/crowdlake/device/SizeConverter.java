package io.crowdlake.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads frame sizes such as {@code 640x480}. */
final class SizeConverter implements ITypeConverter<SizeConverter.Size> {

    /** In pixels. */
    record Size(int width, int height) {}

    private static final Pattern FORM = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @Override
    public Size convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' is no size: write it like 640x480");
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
