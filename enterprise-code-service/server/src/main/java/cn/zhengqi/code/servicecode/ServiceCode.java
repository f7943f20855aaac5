package cn.zhengqi.code.servicecode;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A printed code. Its token stays, whatever becomes of what it opens: it hangs on walls. */
@TableName("service_code")
class ServiceCode {

    enum Kind {
        /** Opens its one service. */
        SERVICE("服务码"),
        /** Lets people choose among what is offered at a place. */
        VENUE("场所码");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Status {
        ACTIVE("使用中"),
        STOPPED("已停用");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @TableId
    private UUID id;

    private String token;
    private Kind kind;
    private String name;
    private @Nullable String place;
    private @Nullable String intro;
    private Offers offers;
    private Status status;
    private Instant createdAt;
    private UUID createdBy;
    private String createdByName;

    /** Whose it is: of whoever made it. Null: the operator's. */
    private @Nullable UUID institutionId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private ServiceCode() {}

    @SuppressWarnings("NullAway.Init")
    private ServiceCode(String token, ServiceCodeForm form, CurrentUser maker, Instant at) {
        this.id = Ids.next();
        this.token = token;
        this.status = Status.ACTIVE;
        this.createdAt = at;
        this.createdBy = maker.accountId();
        this.createdByName = maker.name();
        this.institutionId = maker.institutionId();
        change(form);
    }

    static ServiceCode make(String token, ServiceCodeForm form, CurrentUser maker, Instant at) {
        return new ServiceCode(token, form, maker, at);
    }

    /** Printed copies open what is said now. */
    void change(ServiceCodeForm form) {
        kind = form.kind();
        name = form.name().strip();
        place = ServiceCodeForm.text(form.place());
        intro = ServiceCodeForm.text(form.intro());
        offers = new Offers(form.offers());
    }

    void stop() {
        become(Status.ACTIVE, Status.STOPPED);
    }

    void resume() {
        become(Status.STOPPED, Status.ACTIVE);
    }

    /** @throws ProblemException SERVICE_CODE_STOPPED */
    void mustBeOpen() {
        if (status == Status.STOPPED) {
            throw new ProblemException(CodeProblem.SERVICE_CODE_STOPPED);
        }
    }

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw ProblemException.versionConflict();
        }
    }

    private void become(Status from, Status to) {
        if (status != from) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该码当前为“" + status.label() + "”，不能进行此操作");
        }
        status = to;
    }

    public UUID getId() {
        return id;
    }

    public String getToken() {
        return token;
    }

    public Kind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public @Nullable String getIntro() {
        return intro;
    }

    public Offers getOffers() {
        return offers;
    }

    public Status getStatus() {
        return status;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getCreatedByName() {
        return createdByName;
    }

    public @Nullable UUID getInstitutionId() {
        return institutionId;
    }

    public int getVersion() {
        return version;
    }
}
