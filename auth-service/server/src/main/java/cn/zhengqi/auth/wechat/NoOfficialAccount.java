package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.kernel.ProblemException;
import java.net.URI;
import java.util.Optional;

/** Where none is configured. */
final class NoOfficialAccount implements OfficialAccount {

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public URI recognition(String returnTo, Depth depth, String state) {
        throw new ProblemException(AuthProblem.WECHAT_OFF);
    }

    @Override
    public WeChatUser userBy(String code, Depth depth) {
        throw new ProblemException(AuthProblem.WECHAT_OFF);
    }

    @Override
    public PageSignature sign(URI page) {
        throw new ProblemException(AuthProblem.WECHAT_OFF);
    }

    @Override
    public Answer notify(String openid, Note note) {
        return Answer.of(Answer.How.NOBODY);
    }

    @Override
    public Optional<String> subscriptionTemplate() {
        return Optional.empty();
    }

    @Override
    public Answer notifyOnce(String openid, Note note) {
        return Answer.of(Answer.How.NOBODY);
    }
}
