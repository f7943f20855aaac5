package cn.zhengqi.data.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Files in a folder. Copies of the service on several machines share it: see docs/adr/0010. */
class FolderStore implements ObjectStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UNFINISHED = Pattern.compile("[0-9a-f]{64}.*\\.part");

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, byte[] bytes) {
        Path target = path(key);
        Path place = place(key);
        try {
            if (!Files.exists(target)) {
                Files.createDirectories(place);
                Path unfinished = Files.createTempFile(place, key, ".part");
                try {
                    write(unfinished, bytes);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(unfinished);
                }
            }
            // Also where somebody else has just put it there: who comes back from here commits that it is there.
            force(place);
            force(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To the disk and not only to its cache: without it a file whose name survives a power cut can be empty. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The names in it, which are written apart from what the files hold. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void remove(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public int sweep(Instant before, Predicate<String> wanted) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.find(
                folder,
                2,
                (path, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(before))) {
            int gone = 0;
            for (Path path : (Iterable<Path>) all::iterator) {
                String name = path.getFileName().toString();
                boolean ours = KEY.matcher(name).matches()
                        ? !wanted.test(name)
                        : UNFINISHED.matcher(name).matches();
                if (ours && Files.deleteIfExists(path)) {
                    gone++;
                }
            }
            return gone;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Resource get(String key) {
        Resource bytes = new FileSystemResource(path(key));
        if (!bytes.exists()) {
            throw new IllegalStateException("The file store has lost " + key);
        }
        return bytes;
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        return place(key).resolve(key);
    }

    private Path place(String key) {
        return folder.resolve(key.substring(0, 2));
    }
}
