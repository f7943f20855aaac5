package cn.zhengqi.auth.app;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another application that people sign in to with their account of the platform. */
@TableName("connected_app")
public class ConnectedApp {

    /** Tells an application from the platform's own clients, wherever one is named. */
    public static final String PREFIX = "zqa_";

    @TableId
    private UUID id;

    private String clientId;
    private String name;
    private String owner;
    private @Nullable String intro;
    private AppKind kind;
    private @Nullable String secretHash;
    private @Nullable Instant secretAt;
    private List<String> redirectUris;
    private List<String> postLogoutUris;

    /** Written also where there is none any more. */
    private @Nullable String backChannelLogoutUri;

    private List<String> scopes;
    private boolean plainPhone;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant disabledAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private ConnectedApp() {}

    /** @param form whose addresses were looked at */
    static ConnectedApp register(AppForm form, String clientId, Instant now) {
        ConnectedApp app = new ConnectedApp();
        app.id = Ids.next();
        app.clientId = clientId;
        app.kind = form.kind();
        app.createdAt = now;
        app.take(form, now);
        return app;
    }

    /**
     * @param form whose addresses were looked at
     * @throws ProblemException STATE_CONFLICT for another kind: who has trusted the one has not trusted the other
     */
    void change(AppForm form, Instant now) {
        if (form.kind() != kind) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "应用类型登记后不能修改，请另行登记");
        }
        take(form, now);
    }

    private void take(AppForm form, Instant now) {
        name = form.name().strip();
        owner = form.owner().strip();
        String said = form.intro();
        intro = said == null || said.isBlank() ? null : said.strip();
        redirectUris = List.copyOf(form.redirectUris());
        postLogoutUris = List.copyOf(form.postLogoutUris());
        String told = form.backChannelLogoutUri();
        backChannelLogoutUri = told == null || told.isBlank() ? null : told.strip();
        scopes = AppScope.among(form.scopes().stream().map(AppScope::code).toList()).stream()
                .map(AppScope::code)
                .toList();
        plainPhone = form.plainPhone() && scopes.contains(AppScope.PHONE.code());
        changedAt = now;
    }

    /** @throws ProblemException STATE_CONFLICT for one that can keep no secret */
    void secret(String hash, Instant now) {
        if (kind == AppKind.PUBLIC) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "浏览器或移动应用没有密钥");
        }
        secretHash = hash;
        secretAt = now;
        changedAt = now;
    }

    /** @throws ProblemException STATE_CONFLICT when it is so already */
    void enable(boolean enabled, Instant now) {
        if (enabled == isOpen()) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, enabled ? "应用已启用" : "应用已停用");
        }
        disabledAt = enabled ? null : now;
        changedAt = now;
    }

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void mustBeAt(@Nullable Integer seenVersion) {
        if (seenVersion == null || version != seenVersion) {
            throw ProblemException.versionConflict();
        }
    }

    /** Whether people may sign in to it. */
    public boolean isOpen() {
        return disabledAt == null;
    }

    /** Whether it can prove at all who it is. */
    boolean isReady() {
        return kind == AppKind.PUBLIC || secretHash != null;
    }

    /** What of it may be known, of what was once allowed. */
    public Set<AppScope> allowed(Set<String> granted) {
        return Set.copyOf(
                AppScope.among(scopes.stream().filter(granted::contains).toList()));
    }

    public UUID getId() {
        return id;
    }

    public String getClientId() {
        return clientId;
    }

    public String getName() {
        return name;
    }

    public String getOwner() {
        return owner;
    }

    public @Nullable String getIntro() {
        return intro;
    }

    public AppKind getKind() {
        return kind;
    }

    Optional<String> secretHash() {
        return Optional.ofNullable(secretHash);
    }

    public @Nullable Instant getSecretAt() {
        return secretAt;
    }

    public List<String> getRedirectUris() {
        return redirectUris;
    }

    public List<String> getPostLogoutUris() {
        return postLogoutUris;
    }

    /** Where it is told that a sign-in ended. */
    public @Nullable String getBackChannelLogoutUri() {
        return backChannelLogoutUri;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public boolean isPlainPhone() {
        return plainPhone;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public @Nullable Instant getDisabledAt() {
        return disabledAt;
    }

    public int getVersion() {
        return version;
    }
}
