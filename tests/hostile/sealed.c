/* Laid before the C library of a process that reads hostile files: it reaches no network, starts nothing, and writes only under
 * SEALED_FOLDER. Whoever tries is refused, and it is written to the file descriptor SEALED_LOG. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int refused(const char *what, const char *which) {
  const char *log = getenv("SEALED_LOG");
  if (log) dprintf(atoi(log), "%s %s\n", what, which ? which : "");
  errno = EACCES;
  return -1;
}

int connect(int fd, const struct sockaddr *to, socklen_t size) {
  (void)fd, (void)size;
  return refused("connect", to && to->sa_family == AF_UNIX ? ((const struct sockaddr_un *)to)->sun_path : "an address");
}
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **into) {
  (void)service, (void)hints, (void)into;
  refused("look up", node);
  return EAI_FAIL;
}
struct hostent *gethostbyname(const char *name) { refused("look up", name); return NULL; }
ssize_t sendto(int fd, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
  if (to) return refused("send", "to an address");
  return REAL(sendto)(fd, data, size, flags, to, length);
}
int execve(const char *path, char *const arguments[], char *const environment[]) {
  (void)arguments, (void)environment;
  return refused("run", path);
}
int execv(const char *path, char *const arguments[]) { (void)arguments; return refused("run", path); }
int execvp(const char *path, char *const arguments[]) { (void)arguments; return refused("run", path); }
int system(const char *command) { return refused("run", command); }
int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *how,
                char *const arguments[], char *const environment[]) {
  (void)pid, (void)actions, (void)how, (void)arguments, (void)environment;
  refused("run", path);
  return EACCES;
}
int posix_spawnp(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *how,
                 char *const arguments[], char *const environment[]) {
  return posix_spawn(pid, path, actions, how, arguments, environment);
}

static int allowed(int dir, const char *path, int flags) {
  const char *folder = getenv("SEALED_FOLDER");
  if (!folder || !((flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC))) return 1;
  char real[4096], full[8192];
  if (path[0] != '/') {
    if (dir != AT_FDCWD) return 1; /* under a folder that was opened before */
    if (!getcwd(real, sizeof real)) return 0;
    snprintf(full, sizeof full, "%s/%s", real, path);
  } else {
    snprintf(full, sizeof full, "%s", path);
  }
  return (!strncmp(full, folder, strlen(folder)) && !strstr(full, "/../")) || !strncmp(full, "/dev/", 5);
}

static int opened(int dir, const char *path, int flags, mode_t rights) {
  if (!allowed(dir, path, flags)) return refused("write", path);
  return REAL(openat)(dir, path, flags, rights);
}

#define RIGHTS(last) \
  mode_t rights = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, last); rights = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { RIGHTS(flags) return opened(AT_FDCWD, path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags) return opened(AT_FDCWD, path, flags, rights); }
int openat(int dir, const char *path, int flags, ...) { RIGHTS(flags) return opened(dir, path, flags, rights); }
int openat64(int dir, const char *path, int flags, ...) { RIGHTS(flags) return opened(dir, path, flags, rights); }
int unlink(const char *path) { return allowed(AT_FDCWD, path, O_CREAT) ? REAL(unlink)(path) : refused("remove", path); }
int rename(const char *old, const char *new) {
  return allowed(AT_FDCWD, new, O_CREAT) && allowed(AT_FDCWD, old, O_CREAT) ? REAL(rename)(old, new) : refused("move", new);
}
int symlink(const char *to, const char *path) { (void)to; return refused("link", path); }
int link(const char *to, const char *path) { (void)to; return refused("link", path); }
