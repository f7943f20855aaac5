package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.testing.ServiceTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clients of RocketMQ as a service has them. */
@ServiceTest(classes = LedgerServiceApplication.class, events = true)
class BrokerTest {

    /** Of one thread in a second: the client's own clocks go ten times, what looks for work every 5 ms wakes 200 times. */
    private static final long MOST_WAKES = 50;

    private static final String SHARED = "zhengqi-shared";

    @Autowired
    EventsProperties properties;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void no_thread_of_a_service_that_has_nothing_to_send_or_receive_keeps_waking() throws MQClientException {
        Set<Long> others = wakes().keySet();
        Broker idle = new Broker("idle", properties);
        try {
            idle.startProducer();
            idle.subscribe(
                    Map.of("zhengqi-ledger", Set.of("ledger.Nothing")),
                    (messages, context) -> ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
            Map<Long, Long> before = wakes();
            before.keySet().removeAll(others);
            assertThat(before).as("threads of its own").isNotEmpty();

            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
                Map<Long, Long> now = wakes();
                assertThat(before)
                        .allSatisfy((thread, until) -> assertThat(now.getOrDefault(thread, until) - until)
                                .as(() -> "wakes of " + threads.getThreadInfo(thread))
                                .isLessThan(MOST_WAKES));
            });
        } finally {
            idle.stop();
        }
    }

    @Test
    void installations_that_share_a_broker_do_not_hear_each_other() throws Exception {
        Broker here = new Broker("shared", in("here"));
        Broker there = new Broker("shared", in("there"));
        List<String> heardHere = new CopyOnWriteArrayList<>();
        List<String> heardThere = new CopyOnWriteArrayList<>();
        try {
            listen(here, heardHere);
            listen(there, heardThere);

            say(here, "said here");
            say(there, "said there");

            await().until(() -> !heardHere.isEmpty() && !heardThere.isEmpty());
            assertThat(heardHere).containsExactly("said here");
            assertThat(heardThere).containsExactly("said there");
        } finally {
            here.stop();
            there.stop();
        }
    }

    private EventsProperties in(String namespace) {
        return new EventsProperties(
                properties.namesrv(),
                properties.namespace() + "-" + namespace,
                properties.consumerThreads(),
                properties.maxAttempts(),
                1);
    }

    private static void listen(Broker broker, List<String> heard) throws MQClientException {
        broker.startProducer();
        broker.ensureTopic(SHARED);
        broker.subscribe(Map.of(SHARED, Set.of("ledger.Said")), (messages, context) -> {
            messages.forEach(message -> heard.add(message.getTopic().equals(SHARED) ? message.getKeys() : "elsewhere"));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
    }

    private static void say(Broker broker, String what) throws Exception {
        broker.send(List.of(new Message(SHARED, "ledger.Said", what, new byte[] {1})));
    }

    /** How often each thread has waited or slept so far, by its id. */
    private Map<Long, Long> wakes() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        ThreadInfo::getThreadId, ThreadInfo::getWaitedCount, (one, other) -> one, HashMap::new));
    }
}
