package cn.zhengqi.auth.token;

import org.springframework.context.ApplicationContext;

/** Does now what is done every quarter of an hour. */
public record ExpiredAuthorizations(ApplicationContext context) {

    public void delete() {
        context.getBean(Authorizations.class).deleteExpired();
    }
}
