package cn.zhengqi.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Two commands at once would start the same things twice, or build them into the same folders. */
record CommandLock(Path file) {

    void hold(Runnable action) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw busy();
            }
            action.run();
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (IOException e) {
            throw new LauncherException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The same, but waits for its turn.
     *
     * @param whenBusy run once where somebody else is at work
     */
    void await(Runnable whenBusy, Runnable action) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var atOnce = channel.tryLock();
            if (atOnce == null) {
                whenBusy.run();
            }
            try (var lock = atOnce == null ? channel.lock() : atOnce) {
                action.run();
            }
        } catch (IOException e) {
            throw new LauncherException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static LauncherException busy() {
        return new LauncherException("another ./zhengqi command is at work on this copy; wait for it to end");
    }
}
