package cn.zhengqi.finance.courts;

import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Says that it is a simulator: answers for demo enterprises alone, always the same for the same one, with courts and numbers that cannot exist. Of nobody
 * real it says anything.
 */
final class SimulatedRecords implements PublicRecords {

    private static final String COURT = "模拟人民法院";
    private static final String OFFICE = "模拟行政机关";

    private final Clock clock;

    SimulatedRecords(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RecordSource source() {
        return RecordSource.SIMULATED;
    }

    @Override
    public boolean answers(RecordKind kind, boolean demo) {
        return demo;
    }

    /** One in seven or eight has something of a kind; judgments, which say little by themselves, every third. */
    @Override
    public OnRecord of(RecordKind kind, String uscc, String name) {
        int luck = luck(kind + uscc);
        LocalDate day = BusinessTime.today(clock).withDayOfYear(1).minusDays(1 + luck % 900L);
        String number = "（" + day.getYear() + "）模拟" + luck % 10_000 + "号";
        return switch (kind) {
            case DISHONEST ->
                luck % 13 == 0
                        ? one(new PublicRecord(number, COURT, "有履行能力而拒不履行生效法律文书确定义务", "全部未履行", day, null, null))
                        : OnRecord.NOTHING;
            case ENFORCEMENT ->
                luck % 8 == 0
                        ? one(new PublicRecord(number, COURT, "", "执行中", day, yuan(20_000 + luck % 400_000), null))
                        : OnRecord.NOTHING;
            case JUDGMENTS ->
                luck % 3 == 0
                        ? new OnRecord(
                                1 + luck % 4, List.of(new PublicRecord("", "", "民事案件", "", null, null, 1L + luck % 4)))
                        : OnRecord.NOTHING;
            case PENALTY ->
                luck % 7 == 0
                        ? one(new PublicRecord(
                                number, OFFICE, "未按规定公示年度报告", "罚款", day, yuan(2_000 + luck % 8_000), null))
                        : OnRecord.NOTHING;
            case ABNORMAL ->
                luck % 11 == 0
                        ? one(new PublicRecord(
                                "", OFFICE, "未按规定期限公示年度报告", "已移出（" + day.plusDays(40) + "）", day, null, null))
                        : OnRecord.NOTHING;
        };
    }

    private static OnRecord one(PublicRecord it) {
        return new OnRecord(1, List.of(it));
    }

    private static BigDecimal yuan(int amount) {
        return BigDecimal.valueOf(amount).setScale(2);
    }

    private static int luck(String of) {
        CRC32 crc = new CRC32();
        crc.update(of.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 1_000_000);
    }
}
