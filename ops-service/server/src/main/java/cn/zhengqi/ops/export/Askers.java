package cn.zhengqi.ops.export;

import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.CurrentUser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever asked for a job, with the rights that they have at the moment at which it is written: they are not there to show a token. */
@Component
class Askers {

    private final InternalPrincipals principals;

    Askers(InternalPrincipals principals) {
        this.principals = principals;
    }

    CurrentUser now(ExportAttempt.Claimed job) {
        Principal may = principals.principal(job.accountId(), job.userType(), job.enterpriseId());
        return new CurrentUser(
                job.accountId(),
                job.accountName(),
                job.userType(),
                may.enterpriseId(),
                may.enterpriseName(),
                may.institutionId(),
                may.institutionName(),
                Set.copyOf(may.roles()),
                Set.copyOf(may.permissions()),
                may.fieldRules(),
                reaches(may.scopes()),
                Territory.of(may.institutionId(), may.below(), may.towns()));
    }

    private static Map<ScopedResource, Reach> reaches(Map<String, String> scopes) {
        Map<ScopedResource, Reach> reaches = new EnumMap<>(ScopedResource.class);
        scopes.forEach((code, word) ->
                ScopedResource.of(code).ifPresent(resource -> reaches.put(resource, Reach.parse(word))));
        return reaches;
    }
}
