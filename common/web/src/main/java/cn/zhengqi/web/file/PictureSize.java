package cn.zhengqi.web.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How large a picture is when it is opened, read from its head: nothing of the picture itself is unpacked. */
record PictureSize(int width, int height) {

    /** A sheet of A3 at 600 dots an inch fits. */
    private static final int LONGEST_SIDE = 10_000;

    private static final long MOST_PIXELS = 75_000_000;

    /** Empty for what only begins like a picture. */
    static Optional<PictureSize> of(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Whoever opens it has to hold it in memory, four bytes a dot. */
    boolean isReasonable() {
        return width <= LONGEST_SIDE && height <= LONGEST_SIDE && (long) width * height <= MOST_PIXELS;
    }
}
