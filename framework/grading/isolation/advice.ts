/** Lets bubblewrap make user namespaces where AppArmor forbids them to programs without a profile. */
const APPARMOR_PROFILE = `abi <abi/4.0>,
include <tunables/global>
profile bwrap /usr/bin/bwrap flags=(unconfined) {
  userns,
  include if exists <local/bwrap>
}`;

const WSL = `On Windows, work in WSL 2: run "wsl --install" in PowerShell once, open Ubuntu, and there:
  sudo apt-get install bubblewrap`;

const DOCKER = 'Or install Docker or Podman and use the level "container".';

/** How to get the level "isolated", by what stands in its way. */
export const BUBBLEWRAP_ADVICE = {
  install: `Install it:
  sudo apt-get install bubblewrap      (Debian, Ubuntu)
  sudo dnf install bubblewrap          (Fedora, Red Hat)
  sudo pacman -S bubblewrap            (Arch)
${DOCKER}`,
  utilLinux: `It belongs to util-linux. Install it:
  sudo apt-get install util-linux      (Debian, Ubuntu)
  sudo apk add setpriv util-linux-misc (Alpine)`,
  ldd: 'It belongs to the C library: on Debian and Ubuntu, sudo apt-get install libc-bin.',
  tooOld: `Ubuntu 22.04, Debian 12 and Fedora 36 have a newer one. ${DOCKER}`,
  otherSystem: `${WSL}
On macOS, install Docker or Podman and use the level "container".`,
  appArmor: `Ubuntu 24.04 and newer let only programs with an AppArmor profile do this. Give bubblewrap one:
  sudo tee /etc/apparmor.d/bwrap >/dev/null <<'END'
${APPARMOR_PROFILE}
END
  sudo apparmor_parser -r /etc/apparmor.d/bwrap
Then try again.`,
  noUserNamespaces: `The kernel, or the container that this runs in, forbids user namespaces.
  On Debian 10 and older: sudo sysctl -w kernel.unprivileged_userns_clone=1
  Within Docker: start the outer container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined
  --security-opt systempaths=unconfined
${DOCKER}`,
} as const;

/** How to get the level "isolated (container)", by what stands in its way. */
export const CONTAINER_ADVICE = {
  install: `Install Docker (docs.docker.com/get-docker) or Podman (podman.io).`,
  start: 'Start Docker Desktop, or on Linux: sudo systemctl start docker',
  permission:
    'Add yourself to the group docker (sudo usermod -aG docker $USER, then log in again), or use Podman.',
  pull: (engine: string, image: string) => `Fetch the image once:
  ${engine} pull ${image}`,
} as const;

/** What to do about what bubblewrap said when it did not start. */
export function adviceForBubblewrap(said: string, hasAppArmorRestriction: boolean): string {
  if (hasAppArmorRestriction && /uid map|loopback|Operation not permitted|Permission denied/.test(said)) {
    return BUBBLEWRAP_ADVICE.appArmor;
  }
  if (/namespace|uid map|Operation not permitted/.test(said)) return BUBBLEWRAP_ADVICE.noUserNamespaces;
  return '';
}

/** What to do about what Docker or Podman said when the container did not start. */
export function adviceForContainer(said: string, engine: string, image: string): string {
  if (/permission denied.*(socket|daemon)/is.test(said)) return CONTAINER_ADVICE.permission;
  if (/cannot connect|is the docker daemon running|docker_engine|connection refused/i.test(said)) {
    return CONTAINER_ADVICE.start;
  }
  if (/no such image|not found|does not exist|image not known|unable to find/i.test(said)) {
    return CONTAINER_ADVICE.pull(engine, image);
  }
  return '';
}
