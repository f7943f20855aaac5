package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves events between the outbox, the broker and the handlers. One thread publishes; it is woken by each commit and looks by itself every few seconds, so
 * that rows of a copy that died are taken over. A batch is locked, sent, marked and committed in this order: what breaks in between is sent again, and
 * consumers know an event they have had. A start without a broker is a normal start; connecting is tried until it works.
 */
final class EventPump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventPump.class);
    private static final int BATCH = 200;
    private static final int BATCH_BYTES = 1024 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(5);
    /** Between two batches: a lone event goes at once, and of many those that come meanwhile go together. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration INBOX_AGE = Duration.ofDays(30);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    /** The broker's delay levels: 1 s, 5 s, 10 s, 30 s, 1 min, 2 min, 3 min … */
    private static final int LAST_DELAY_LEVEL = 14;

    private final Broker broker;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final int maxAttempts;
    private final ReentrantLock oneBatch = new ReentrantLock();
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread thread;

    EventPump(
            Broker broker,
            Inbox inbox,
            DeadLetters deadLetters,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            int maxAttempts) {
        this.broker = broker;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.maxAttempts = maxAttempts;
    }

    void wake() {
        work.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread publishing = thread;
        if (publishing != null) {
            work.release();
            stopping.countDown();
            try {
                publishing.join(Duration.ofSeconds(8));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        broker.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean connected = false;
        int failures = 0;
        long nextHousekeeping = System.nanoTime() + HOUSEKEEPING.toNanos();
        while (running) {
            try {
                if (!connected) {
                    connect();
                    connected = true;
                }
                boolean more = publishBatch() == BATCH;
                if (failures > 0) {
                    log.info("Events flow again");
                    failures = 0;
                }
                if (System.nanoTime() - nextHousekeeping > 0) {
                    inbox.forgetOlderThan(INBOX_AGE);
                    nextHousekeeping = System.nanoTime() + HOUSEKEEPING.toNanos();
                }
                if (!more) {
                    rest(GATHERING);
                    await(IDLE);
                }
            } catch (Throwable failure) {
                // An Error too: without this thread events of a service that looks healthy would wait for its restart.
                failures++;
                broker.forgetTopics();
                Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 4));
                if (failures == 1 || failures % 20 == 0) {
                    log.warn("Events wait in the outbox, try {}: {}", failures, failure.toString());
                }
                rest(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            }
        }
    }

    private void await(Duration most) {
        try {
            if (work.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }

    /** Commits do not end it: they would turn an outage into a storm of tries. */
    private void rest(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }

    private void connect() throws MQClientException {
        broker.startProducer();
        Map<String, Set<String>> typesByTopic = new TreeMap<>();
        for (String type : inbox.types()) {
            typesByTopic
                    .computeIfAbsent(EventTypes.topicOf(type), none -> new TreeSet<>())
                    .add(type);
        }
        for (String topic : typesByTopic.keySet()) {
            broker.ensureTopic(topic);
        }
        broker.subscribe(typesByTopic, this::consume);
    }

    private int publishBatch() {
        Integer sent = transaction.execute(status -> {
            List<CloudEvent> pending = lockPending();
            if (!pending.isEmpty()) {
                send(pending);
                UUID[] ids = pending.stream().map(CloudEvent::id).toArray(UUID[]::new);
                jdbc.sql("update outbox set published_at = now() where id = any(?)")
                        .param(ids)
                        .update();
            }
            return pending.size();
        });
        return sent == null ? 0 : sent;
    }

    private List<CloudEvent> lockPending() {
        return jdbc.sql("""
                        select id, type, subject, occurred_at, version, trace_parent, data from outbox
                        where published_at is null order by seq limit ? for update skip locked""")
                .param(BATCH)
                .query((row, number) -> CloudEvent.of(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getObject("subject", UUID.class),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getLong("version"),
                        row.getString("trace_parent"),
                        Json.MAPPER.readTree(row.getString("data"))))
                .list();
    }

    private void send(List<CloudEvent> events) {
        Map<String, List<Message>> byTopic = new LinkedHashMap<>();
        for (CloudEvent event : events) {
            String topic = EventTypes.topicOf(event.type());
            byTopic.computeIfAbsent(topic, none -> new ArrayList<>())
                    .add(new Message(topic, event.type(), event.id().toString(), event.toBytes()));
        }
        try {
            for (Map.Entry<String, List<Message>> topic : byTopic.entrySet()) {
                broker.ensureTopic(topic.getKey());
                for (List<Message> part : parts(topic.getValue())) {
                    broker.send(part);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (Exception unreachable) {
            throw new IllegalStateException(
                    "The broker did not take the events: " + unreachable.getMessage(), unreachable);
        }
    }

    private static List<List<Message>> parts(List<Message> messages) {
        List<List<Message>> parts = new ArrayList<>();
        List<Message> part = new ArrayList<>();
        int bytes = 0;
        for (Message message : messages) {
            int size = message.getBody().length + 512;
            if (!part.isEmpty() && bytes + size > BATCH_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(message);
            bytes += size;
        }
        parts.add(part);
        return parts;
    }

    ConsumeConcurrentlyStatus consume(List<MessageExt> messages, ConsumeConcurrentlyContext context) {
        if (messages.size() > 1 && takenTogether(messages)) {
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        }
        boolean allDone = true;
        for (MessageExt message : messages) {
            int attempt = message.getReconsumeTimes() + 1;
            int delay = Math.min(attempt, LAST_DELAY_LEVEL);
            try {
                take(message, attempt);
            } catch (Throwable failure) {
                log.warn("Event {} {} failed, attempt {}", message.getTags(), message.getKeys(), attempt, failure);
                context.setDelayLevelWhenNextConsume(delay);
                // It alone comes again, not those that came with it; where it cannot be given back all do, and have no
                // effect twice.
                allDone &= messages.size() > 1
                        && broker.giveBack(
                                message, delay, context.getMessageQueue().getBrokerName());
            }
        }
        return allDone ? ConsumeConcurrentlyStatus.CONSUME_SUCCESS : ConsumeConcurrentlyStatus.RECONSUME_LATER;
    }

    /** Many that wait have their effects in one transaction, or none has; then each is taken by itself. One batch at a time, so that two do not lock the same things in different orders. */
    private boolean takenTogether(List<MessageExt> messages) {
        oneBatch.lock();
        try {
            inbox.handleTogether(messages.stream().map(EventPump::read).toList());
            return true;
        } catch (Throwable oneFailed) {
            log.debug("{} events are taken one by one: {}", messages.size(), oneFailed.toString());
            return false;
        } finally {
            oneBatch.unlock();
        }
    }

    private static CloudEvent read(Message message) {
        CloudEvent event = CloudEvent.parse(message.getBody());
        if (!EventTypes.topicOf(event.type()).equals(message.getTopic())) {
            throw new IllegalArgumentException(event.type() + " is not told on " + message.getTopic());
        }
        return event;
    }

    private void take(Message message, int attempt) throws Throwable {
        CloudEvent event;
        try {
            event = read(message);
        } catch (RuntimeException | StackOverflowError unreadable) {
            String what = message.getTags() == null ? message.getTopic() : message.getTags();
            deadLetters.addUnreadable(message.getKeys(), what, message.getBody(), unreadable);
            log.error(
                    "Message {} on {} cannot be read: a dead letter",
                    message.getKeys(),
                    message.getTopic(),
                    unreadable);
            return;
        }
        Throwable first = null;
        for (EventHandler<?> handler : inbox.handlersOf(event.type())) {
            try {
                inbox.handleOnce(handler, event);
            } catch (Throwable failure) {
                if (attempt >= maxAttempts && !isOfTheMachine(failure)) {
                    deadLetters.add(
                            event.id(),
                            handler.name(),
                            event.type(),
                            Json.MAPPER.writeValueAsString(event),
                            failure,
                            attempt);
                    log.error("Event {} {} is a dead letter of {}", event.type(), event.id(), handler.name(), failure);
                } else if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** A machine without memory says nothing of the event, which is tried until there is some. */
    private static boolean isOfTheMachine(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }
}
