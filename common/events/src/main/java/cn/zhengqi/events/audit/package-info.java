/** Who changed what: written with the change, kept by ops-service. */
@NullMarked
package cn.zhengqi.events.audit;

import org.jspecify.annotations.NullMarked;
