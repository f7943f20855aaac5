package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.event.Kept;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what a service derived from events anew from the logs of its sources. All logs are read before anything is touched,
 * and the new replaces the old with one commit: readers see the one or the other, and what goes wrong on the way leaves the
 * old standing. Events that arrive meanwhile wait, and have their effect once, whichever way comes first.
 */
public final class Rebuild {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+");
    private static final int PART = 500;

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebuild(Inbox inbox, JdbcClient jdbc, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The event log of a source: {@link EventLog#after} here or asked of another service. */
    @FunctionalInterface
    public interface Source {
        EventLog.Slice events(long afterSeq, int limit);
    }

    /**
     * What is made anew.
     *
     * @param handlers names of the handlers that write the tables; nothing but this rebuild may be lost with their memory
     * @param tables of this service that hold nothing but what these handlers write
     */
    public record Derived(Set<String> handlers, List<String> tables) {

        public Derived {
            handlers = Set.copyOf(handlers);
            tables = List.copyOf(tables);
            for (String table : tables) {
                if (!TABLE.matcher(table).matches()) {
                    throw new IllegalArgumentException("Not the name of a table: " + table);
                }
            }
        }
    }

    /**
     * What a rebuild did.
     *
     * @param events read from the logs
     * @param taken effects that they had
     */
    public record Report(long events, long taken) {}

    /** Names of all that this service does when it hears of facts: each is made anew by some rebuild, or there is a reason why not. */
    public Set<String> handlers() {
        return inbox.handlerNames();
    }

    /**
     * @throws IllegalArgumentException when one of the handlers hears of facts that logs do not keep for it
     * @throws RuntimeException when a source does not answer, a handler fails, events that had their effect before are not in
     *     the logs yet, or the logs hold nothing of what fills the tables; nothing is changed then
     */
    public Report anew(Derived derived, List<Source> sources) {
        requireKept(derived);
        try (Spool spool = new Spool()) {
            List<Reader> readers = new ArrayList<>();
            for (Source source : sources) {
                Reader reader = new Reader(source);
                reader.readOn(spool::add);
                readers.add(reader);
            }
            Long taken = transaction.execute(status -> {
                // Handlers at work finish before, others wait. No number is taken from the database until the logs are
                // read again to their ends, for a log shows nothing younger than the oldest open transaction.
                jdbc.sql("lock table inbox in share row exclusive mode").update();
                readers.forEach(reader -> reader.readOn(spool::add));
                return replace(derived, spool, sources);
            });
            return new Report(spool.events, taken == null ? 0 : taken);
        }
    }

    private void requireKept(Derived derived) {
        for (String type : inbox.types()) {
            for (EventHandler<?> handler : inbox.handlersOf(type)) {
                if (derived.handlers().contains(handler.name())
                        && EventTypes.typeOf(handler.type()).kept() != Kept.FOR_REBUILDING) {
                    throw new IllegalArgumentException(
                            handler.name() + " is made anew from " + type + ", which is kept only until it is heard");
                }
            }
        }
    }

    private long replace(Derived derived, Spool spool, List<Source> sources) {
        String[] handlers = derived.handlers().toArray(String[]::new);
        jdbc.sql("create temporary table handled_before on commit drop as"
                        + " select event_id, handler from inbox where handler = any(?)")
                .param(handlers)
                .update();
        jdbc.sql("delete from inbox where handler = any(?)").param(handlers).update();
        boolean filled = derived.tables().stream().anyMatch(this::holdsAnything);
        // Not truncate: it would keep readers waiting until the commit.
        derived.tables().forEach(table -> jdbc.sql("delete from " + table).update());
        long taken = spool.replay(event -> take(derived, event));
        if (lost() > 0) {
            taken += passedOver(derived, sources);
        }
        long lost = lost();
        if (lost > 0) {
            throw new IllegalStateException(lost
                    + " events had their effect but are not in the logs of the sources (yet); nothing was changed");
        }
        if (filled && taken == 0) {
            throw new IllegalStateException("The logs of the sources hold nothing of what stands in " + derived.tables()
                    + "; nothing was changed");
        }
        return taken;
    }

    /** How many events had their effect before and have none now. */
    private long lost() {
        return jdbc.sql("select count(*) from handled_before b where not exists"
                        + " (select from inbox i where i.event_id = b.event_id and i.handler = b.handler)")
                .query(Long.class)
                .single();
    }

    /**
     * While a log is read, one can be committed below what was read already ({@link EventLog#after}). Seldom so: the logs are read once more from their beginnings then, and
     * what has had its effect is passed by.
     */
    private long passedOver(Derived derived, List<Source> sources) {
        long[] taken = {0};
        sources.forEach(source -> new Reader(source).readOn(event -> taken[0] += take(derived, event)));
        return taken[0];
    }

    private boolean holdsAnything(String table) {
        return jdbc.sql("select exists (select from " + table + ")")
                .query(Boolean.class)
                .single();
    }

    private int take(Derived derived, CloudEvent event) {
        int taken = 0;
        for (EventHandler<?> handler : inbox.handlersOf(event.type())) {
            if (derived.handlers().contains(handler.name()) && inbox.handleOnce(handler, event)) {
                taken++;
            }
        }
        return taken;
    }

    /** Reads one log on from where it stopped. */
    private static final class Reader {

        private final Source source;
        private long seen;

        Reader(Source source) {
            this.source = source;
        }

        void readOn(Consumer<CloudEvent> receiver) {
            EventLog.Slice slice;
            do {
                slice = source.events(seen, PART);
                slice.items().forEach(receiver);
                seen = slice.lastSeq();
            } while (slice.more());
        }
    }

    private interface Taking {
        int take(CloudEvent event);
    }

    /** Keeps the events in a file until all are there: logs grow larger than the memory of a service. */
    private static final class Spool implements AutoCloseable {

        private final Path file;
        private final BufferedWriter writer;
        private long events;

        Spool() {
            try {
                file = Files.createTempFile("rebuild", ".jsonl");
                writer = Files.newBufferedWriter(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void add(CloudEvent event) {
            try {
                writer.write(Json.MAPPER.writeValueAsString(event));
                writer.newLine();
                events++;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        long replay(Taking effect) {
            try {
                writer.flush();
                long taken = 0;
                try (BufferedReader reader = Files.newBufferedReader(file)) {
                    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                        taken += effect.take(Json.MAPPER.readValue(line, CloudEvent.class));
                    }
                }
                return taken;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            try (writer) {
                Files.deleteIfExists(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
