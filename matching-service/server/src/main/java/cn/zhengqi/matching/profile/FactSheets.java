package cn.zhengqi.matching.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sheets on their way into the table, where the next who goes through the enterprises finds them. Version and facts were read by one statement, and who changes a
 * fact counts the version in the same transaction: as long as the version is the same, the sheet is what the facts say, and otherwise it is not stored.
 *
 * <p>They are the last that the reader writes before it commits, and rows that somebody has locked are left without a sheet: who changes a fact waits for that commit
 * at most, never for the judging, and who judges waits for nobody, so that no two wait for each other. What is not stored is no loss.
 */
@Repository
public class FactSheets {

    /** More are not kept in memory and not locked at once; the rest is read from the facts once more. */
    private static final int MOST = 2000;

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    FactSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version of the enterprise's sheet, read together with the facts */
    record Sheet(UUID enterprise, long version, byte[] bytes) {}

    /** Those that one reads in its transaction. */
    Reading reading() {
        return new Reading();
    }

    final class Reading {

        private final List<Sheet> sheets = new ArrayList<>();

        void add(Sheet sheet) {
            if (sheets.isEmpty()) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        if (!readOnly) {
                            write(sheets);
                        }
                    }
                });
            }
            if (sheets.size() < MOST) {
                sheets.add(sheet);
            }
        }
    }

    private void write(List<Sheet> sheets) {
        for (int from = 0; from < sheets.size(); from += AT_ONCE) {
            List<Sheet> some = sheets.subList(from, Math.min(sheets.size(), from + AT_ONCE));
            jdbc.sql("""
                            with free as (
                              select s.enterprise_id, s.version, told.sheet
                              from unnest(?::uuid[], ?::bigint[], ?::bytea[]) told (enterprise_id, version, sheet)
                              join fact_sheet s on s.enterprise_id = told.enterprise_id and s.version = told.version
                              where s.sheet is distinct from told.sheet for update of s skip locked)
                            update fact_sheet s set sheet = free.sheet from free where s.enterprise_id = free.enterprise_id and s.version = free.version""")
                    .params(
                            some.stream().map(Sheet::enterprise).toArray(UUID[]::new),
                            some.stream().map(Sheet::version).toArray(Long[]::new),
                            some.stream().map(Sheet::bytes).toArray(byte[][]::new))
                    .update();
        }
    }
}
