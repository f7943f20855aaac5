package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.ShownFile;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence as a department opens it; an enterprise uploads and reads its own where it does for declarations. */
@RestController
@RequestMapping("/api/policy/redemption/files")
@Permission(PolicyPermissions.HANDLE_REDEMPTION)
class RedemptionFileController {

    private final Redemptions redemptions;
    private final DeclarationFiles files;

    RedemptionFileController(Redemptions redemptions, DeclarationFiles files) {
        this.redemptions = redemptions;
        this.files = files;
    }

    /** Shown in the browser, where it may run nothing. */
    @GetMapping("/{id}")
    ResponseEntity<Resource> file(@PathVariable UUID id, CurrentUser user) {
        UUID owner = redemptions.ownerOf(id, RedemptionController.scopeOf(user), user);
        DeclarationFiles.Content content = files.ofEnterprise(owner, id).orElseThrow(Redemptions::noFile);
        return ShownFile.of(content.file().name(), content.file().contentType(), content.bytes());
    }
}
