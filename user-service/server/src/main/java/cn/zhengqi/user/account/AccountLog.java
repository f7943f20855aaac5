package cn.zhengqi.user.account;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The event log of auth-service, in which accounts are opened. */
@FeignClient(name = "auth-service", contextId = "account-log")
interface AccountLog extends EventLogApi {}
