package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.sample.Booked;
import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.events.sample.RecordEffect;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.testing.ServiceTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that one pull brought together. */
@ServiceTest(classes = LedgerServiceApplication.class, events = true)
class BatchTest {

    private static final String TOPIC = "zhengqi-ledger";
    private static final String TYPE = "ledger.Booked";
    private static final int BAD = 10;
    private static final int EVENTS = 32;

    @Autowired
    EventPump pump;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    JdbcClient jdbc;

    private final UUID account = Ids.next();

    @AfterEach
    void mend() {
        RecordEffect.BROKEN.remove(BAD);
    }

    @Test
    void have_their_effects_in_one_transaction() {
        assertThat(consume(messages())).isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(numbers());
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void that_come_again_change_nothing() {
        List<MessageExt> messages = messages();
        consume(messages.subList(0, EVENTS / 2));

        assertThat(consume(messages)).isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(numbers());
    }

    @Test
    void have_one_effect_where_one_of_them_came_twice() {
        List<MessageExt> messages = messages();
        messages.add(messages.getFirst());

        assertThat(consume(messages)).isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(numbers());
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void have_their_effects_once_beside_one_that_fails_which_alone_comes_again_and_becomes_a_dead_letter() {
        List<MessageExt> messages = messages();
        UUID bad = UUID.fromString(messages.get(BAD).getKeys());
        List<Integer> good = numbers().stream().filter(number -> number != BAD).toList();
        RecordEffect.BROKEN.add(BAD);

        assertThat(consume(messages))
                .as("those that came with it do not come again")
                .isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(good);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(letterOf(bad)).hasSize(1));
        DeadLetters.DeadLetter letter = letterOf(bad).getFirst();
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.handler()).isEqualTo("RecordEffect");
        assertThat(effects()).containsExactlyElementsOf(good);

        RecordEffect.BROKEN.remove(BAD);
        deadLetters.replay(letter.id());
        assertThat(effects()).containsExactlyElementsOf(numbers());
    }

    @Test
    void have_their_effects_once_beside_one_that_cannot_be_read() {
        List<MessageExt> messages = messages();
        UUID unreadable = Ids.next();
        messages.add(BAD, message(unreadable, "{\"specversion\":".getBytes(StandardCharsets.UTF_8)));

        assertThat(consume(messages)).isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(numbers());
        assertThat(letterOf(unreadable)).hasSize(1);
    }

    @Test
    void have_their_effects_once_though_the_connection_to_the_database_breaks_between_them() {
        RecordEffect.DISCONNECTING.add(BAD);

        assertThat(consume(messages())).isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);

        assertThat(effects()).containsExactlyElementsOf(numbers());
        assertThat(transactions()).as("one by one").isEqualTo(EVENTS);
    }

    private ConsumeConcurrentlyStatus consume(List<MessageExt> messages) {
        return pump.consume(messages, new ConsumeConcurrentlyContext(new MessageQueue(TOPIC, "gone", 0)));
    }

    private List<MessageExt> messages() {
        List<MessageExt> messages = new ArrayList<>();
        for (int number : numbers()) {
            Booked booked = new Booked(account, number, BigDecimal.TEN, null, BusinessTime.at(Instant.EPOCH));
            UUID id = Ids.next();
            messages.add(message(
                    id,
                    CloudEvent.of(id, TYPE, account, Instant.EPOCH, number, null, Json.MAPPER.valueToTree(booked))
                            .toBytes()));
        }
        return messages;
    }

    private static MessageExt message(UUID id, byte[] body) {
        MessageExt message = new MessageExt();
        message.setTopic(TOPIC);
        message.setTags(TYPE);
        message.setKeys(id.toString());
        message.setBody(body);
        message.setMsgId(id.toString());
        return message;
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, EVENTS).boxed().toList();
    }

    private List<Integer> effects() {
        return jdbc.sql("select number from effect where subject = ? order by number")
                .param(account)
                .query(Integer.class)
                .list();
    }

    private long transactions() {
        return jdbc.sql("select count(distinct xmin::text) from effect where subject = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private List<DeadLetters.DeadLetter> letterOf(UUID event) {
        return deadLetters.open(new PageRequest(1, 100)).items().stream()
                .filter(letter -> letter.eventId().equals(event))
                .toList();
    }
}
