package cn.zhengqi.data.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhengqi.data.sample.NoteServiceApplication;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies of a service, with keys of their own each, over one table. */
@ServiceTest(classes = NoteServiceApplication.class)
class ReencryptionTest {

    private static final int PEOPLE = 2 * Reencryption.BATCH + 200;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    /** What goes on record, table by table. */
    private final List<String> recorded = Collections.synchronizedList(new ArrayList<>());

    private final class InTransaction implements KeyChanges {

        @Override
        public void made() {
            throw new AssertionError("no key is made by encrypting");
        }

        @Override
        public void encryptedAnew(String column, int version, int values) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .as("the record is committed with the batch or not at all")
                    .isTrue();
            recorded.add(column + " " + version + " " + values);
        }
    }

    private final class Copy {

        private final DataKeys keys;
        private final DataProtection protection;
        private final ProtectedColumn phone;
        private final Reencryption reencryption;

        Copy(String masters) {
            keys = new DataKeys("note", masters, null, Keys.INDEX);
            protection = new DataProtection(keys);
            phone = protection.column("person", "phone");
            reencryption =
                    new Reencryption(protection, jdbc, new TransactionTemplate(transactions), new InTransaction());
        }

        void start() {
            new KeyLedger(protection, keys, jdbc).afterSingletonsInstantiated();
        }

        int finish() {
            int done = 0;
            for (int last = next(); last > 0; last = next()) {
                done += last;
            }
            return done;
        }

        int next() {
            return reencryption.next().done();
        }

        /** Everybody, as this copy reads them. */
        Map<String, String> people() {
            Map<String, String> people = new HashMap<>();
            jdbc.sql("select id, phone from person").query(row -> {
                people.put(row.getString("id"), phone.open(row.getString("phone")));
            });
            return people;
        }
    }

    @BeforeEach
    void nobody_is_there_yet() {
        jdbc.sql("delete from person").update();
        jdbc.sql("delete from data_key").update();
    }

    @Test
    void it_goes_on_where_it_was_killed_and_all_can_be_read_at_any_time() {
        Copy before = new Copy(Keys.FIRST);
        before.start();
        Map<String, String> people = fill(before);

        Copy killed = new Copy(Keys.BOTH);
        killed.start();
        assertThat(killed.reencryption.state().values().get("person.phone"))
                .isEqualTo(new Reencryption.Values(PEOPLE, PEOPLE));
        assertThat(killed.next()).isEqualTo(Reencryption.BATCH);
        assertThat(killed.people()).isEqualTo(people);

        Copy next = new Copy(Keys.BOTH);
        next.start();
        assertThat(next.reencryption.state().values().get("person.phone").older())
                .isEqualTo(PEOPLE - Reencryption.BATCH);
        assertThat(next.finish()).as("only what was left").isEqualTo(PEOPLE - Reencryption.BATCH);
        assertThat(next.people()).isEqualTo(people);
        assertThat(recorded)
                .as("each batch that did something is on record, and the last, which found nothing, is not")
                .containsExactly("person.phone 2 500", "person.phone 2 500", "person.phone 2 200");
        assertThat(next.reencryption.state())
                .isEqualTo(new Reencryption.State(
                        2, next.protection.versions(), Map.of("person.phone", new Reencryption.Values(PEOPLE, 0))));

        Copy without = new Copy(Keys.SECOND);
        without.start();
        assertThat(without.people()).as("the old key is needed no more").isEqualTo(people);
        assertThat(found(without, people.values().iterator().next())).isEqualTo(1);
    }

    @Test
    void copies_that_do_it_at_once_do_nothing_twice() throws Exception {
        Map<String, String> people = fill(new Copy(Keys.FIRST));
        try (var copies = Executors.newFixedThreadPool(3)) {
            Callable<Integer> copy = () -> new Copy(Keys.BOTH).finish();
            int done = 0;
            for (var one : copies.invokeAll(List.of(copy, copy, copy))) {
                done += one.get();
            }
            done += new Copy(Keys.BOTH).finish();
            assertThat(done).isEqualTo(PEOPLE);
        }
        assertThat(new Copy(Keys.SECOND).people()).isEqualTo(people);
    }

    @Test
    void what_is_written_meanwhile_stays_as_it_was_written() {
        Copy copy = new Copy(Keys.BOTH);
        Map<String, String> people = fill(new Copy(Keys.FIRST));
        copy.next();
        String someone = people.keySet().iterator().next();
        jdbc.sql("update person set phone = ? where id = cast(? as uuid)")
                .params(new Copy(Keys.FIRST).phone.seal("新号码"), someone)
                .update();
        people.put(someone, "新号码");
        copy.finish();
        assertThat(new Copy(Keys.SECOND).people()).isEqualTo(people);
    }

    @Test
    void a_key_that_is_not_the_one_of_then_keeps_a_copy_from_starting() {
        Copy first = new Copy(Keys.FIRST);
        first.start();
        fill(first);
        assertThatIllegalStateException()
                .isThrownBy(new Copy("1:" + Keys.key("another"))::start)
                .withMessageContaining("Version 1 in ZHENGQI_DATA_KEYS is not the key");
        assertThatIllegalStateException()
                .isThrownBy(new Copy(Keys.SECOND)::start)
                .withMessage("ZHENGQI_DATA_KEYS has no version 1, with which person.phone is encrypted");
        DataKeys otherIndex = new DataKeys("note", Keys.FIRST, null, Keys.key("another index"));
        assertThatIllegalStateException()
                .isThrownBy(
                        new KeyLedger(new DataProtection(otherIndex), otherIndex, jdbc)::afterSingletonsInstantiated)
                .withMessageContaining("ZHENGQI_INDEX_KEY is not the key");
        first.start();
    }

    @Test
    void a_filled_table_is_encrypted_in_one_transaction() throws Exception {
        jdbc.sql(
                        "insert into person (id, phone) select gen_random_uuid(), '139' || to_char(n, 'FM00000000') from generate_series(1, 1234) n")
                .update();
        Copy copy = new Copy(Keys.FIRST);
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new FirstEncryption(connection).encrypt(copy.phone, "phone_index");
            connection.commit();
        }
        assertThat(jdbc.sql("select count(*) from person where phone not like 'sm4:1:%' or length(phone_index) <> 32")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(copy.people().values()).hasSize(1234).contains("13900000001", "13900001234");
        assertThat(found(copy, "13900000777")).isEqualTo(1);
    }

    private Map<String, String> fill(Copy copy) {
        Map<String, String> people = new HashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            String id = Ids.next().toString();
            String phone = "138%08d".formatted(i);
            jdbc.sql("insert into person (id, phone, phone_index) values (cast(? as uuid), ?, ?)")
                    .params(id, copy.phone.seal(phone), copy.phone.index(phone))
                    .update();
            people.put(id, phone);
        }
        return people;
    }

    private int found(Copy copy, String phone) {
        return jdbc.sql("select count(*) from person where phone_index = ?")
                .param(copy.phone.index(phone))
                .query(Integer.class)
                .single();
    }
}
