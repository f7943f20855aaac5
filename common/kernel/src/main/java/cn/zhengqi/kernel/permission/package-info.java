/** What a service says of the permissions that its routes ask for. */
@NullMarked
package cn.zhengqi.kernel.permission;

import org.jspecify.annotations.NullMarked;
