package cn.zhengqi.finance.application;

import java.util.UUID;

/**
 * How much somebody of a bank has to do.
 *
 * @param open applications that they have and that are not over, disbursements included
 */
record HandlerLoad(UUID handlerId, String handlerName, long open) {}
