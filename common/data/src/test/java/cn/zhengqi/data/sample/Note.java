package cn.zhengqi.data.sample;

import cn.zhengqi.data.JsonbTypeHandler;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@TableName(autoResultMap = true)
@SuppressWarnings("NullAway.Init")
public class Note {

    public enum State {
        OPEN,
        CLOSED
    }

    public record Terms(int months, List<Instalment> instalments) {}

    public record Instalment(LocalDate on, BigDecimal amount) {}

    public record Remark(String by, String text) {}

    @TableId
    private UUID id;

    private UUID enterpriseId;
    private @Nullable UUID bankId;
    private String title;
    private State state;
    private BigDecimal amount;
    private LocalDate dueOn;
    private Instant createdAt;
    private @Nullable OffsetDateTime closedAt;
    private @Nullable String reason;
    private Terms terms;

    @TableField(typeHandler = JsonbTypeHandler.class)
    private List<Remark> remarks;

    private List<String> tags;
    private List<UUID> readers;

    @Version
    private long version;

    private Note() {}

    public static Note open(UUID enterpriseId, String title, BigDecimal amount, Instant now) {
        Note note = new Note();
        note.id = Ids.next();
        note.enterpriseId = enterpriseId;
        note.title = title;
        note.state = State.OPEN;
        note.amount = amount;
        note.dueOn = LocalDate.of(2026, 2, 28);
        note.createdAt = now;
        note.terms = new Terms(12, List.of(new Instalment(LocalDate.of(2026, 1, 31), new BigDecimal("10.50"))));
        note.remarks = List.of(new Remark("张三", "加急"));
        note.tags = List.of("首贷", "信用");
        note.readers = List.of(enterpriseId);
        note.reason = "因为";
        return note;
    }

    public void close(OffsetDateTime at) {
        if (state != State.OPEN) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        state = State.CLOSED;
        closedAt = at;
        reason = null;
    }

    public UUID getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public State state() {
        return state;
    }

    public @Nullable OffsetDateTime closedAt() {
        return closedAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    public Terms terms() {
        return terms;
    }

    public List<Remark> remarks() {
        return remarks;
    }

    public List<String> tags() {
        return tags;
    }

    public List<UUID> readers() {
        return readers;
    }

    public BigDecimal amount() {
        return amount;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    public UUID getEnterpriseId() {
        return enterpriseId;
    }
}
